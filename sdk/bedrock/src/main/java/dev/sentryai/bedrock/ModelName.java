package dev.sentryai.bedrock;

import dev.sentryai.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * The name of a model. Where a request or an answer has the name of a resource of AWS, it is what that ends in: the rest tells the
 * account and the region, by which no price is found.
 */
final class ModelName {

    private ModelName() {}

    /** Returns the name in a model's id; null if there is none. */
    static @Nullable String of(Wire modelId) {
        String id = modelId.word();
        return id == null || !id.startsWith("arn:") ? id : id.substring(id.lastIndexOf('/') + 1);
    }
}
