package dev.sentryai.cohere;

import com.cohere.api.core.ObjectMappers;
import dev.sentryai.wire.Wire;

/** Reads the client's models as the client itself writes them: most are unions that give away nothing else. */
final class CohereModels {

    private CohereModels() {}

    static Wire wire(Object model) {
        return Wire.of(ObjectMappers.JSON_MAPPER.convertValue(model, Object.class));
    }
}
