package dev.sentryai.bedrock;

import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.wire.Wire;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of one call. What came from the cache and went into it stands beside the input on the wire. */
final class Usage {

    private Usage() {}

    static TokenUsage read(Wire usage) {
        Long uncached = count(usage.get("inputTokens"));
        Long cacheRead = count(usage.get("cacheReadInputTokens"));
        Long cacheWrite = count(usage.get("cacheWriteInputTokens"));
        Long input = uncached == null ? null : Long.valueOf(uncached + orZero(cacheRead) + orZero(cacheWrite));
        return new TokenUsage(input, count(usage.get("outputTokens")), cacheRead, cacheWrite, null, null);
    }

    private static @Nullable Long count(Wire tokens) {
        Number number = tokens.number();
        return number == null || number.longValue() < 0 ? null : Long.valueOf(number.longValue());
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
