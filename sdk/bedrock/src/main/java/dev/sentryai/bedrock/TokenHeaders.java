package dev.sentryai.bedrock;

import dev.sentryai.protocol.TokenUsage;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Reads what Bedrock counts of an invocation, whoever made the model. The cache stands beside the input here, too. */
final class TokenHeaders {

    private static final String PREFIX = "x-amzn-bedrock-";

    private TokenHeaders() {}

    static TokenUsage read(SdkResponse response) {
        SdkHttpResponse http = response.sdkHttpResponse();
        if (http == null) {
            return TokenUsage.NONE; // a response that the application made itself
        }
        Long uncached = count(http, "input-token-count");
        Long cacheRead = count(http, "cache-read-input-token-count");
        Long cacheWrite = count(http, "cache-write-input-token-count");
        Long input = uncached == null ? null : Long.valueOf(uncached + orZero(cacheRead) + orZero(cacheWrite));
        return new TokenUsage(input, count(http, "output-token-count"), cacheRead, cacheWrite, null, null);
    }

    private static @Nullable Long count(SdkHttpResponse http, String name) {
        return http.firstMatchingHeader(PREFIX + name)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
