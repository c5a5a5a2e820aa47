package dev.sentryai.format.bedrock;

import dev.sentryai.format.ResponseHeaders;
import dev.sentryai.protocol.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Reads what Bedrock says of a call beside the body, whoever made the model. The cache stands beside the input here, too. */
final class InvocationHeaders {

    private static final String PREFIX = "x-amzn-bedrock-";

    private InvocationHeaders() {}

    static TokenUsage usage(ResponseHeaders headers) {
        return Usage.of(
                headers.count(PREFIX + "input-token-count"),
                headers.count(PREFIX + "output-token-count"),
                headers.count(PREFIX + "cache-read-input-token-count"),
                headers.count(PREFIX + "cache-write-input-token-count"));
    }

    /** An address where more is told may follow the type. */
    static @Nullable String errorType(ResponseHeaders headers) {
        String type = headers.first("x-amzn-errortype");
        return type == null ? null : type.split(":", 2)[0];
    }
}
