package dev.sentryai.format.bedrock;

import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.wire.Wire;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of one call. What came from the cache and went into it stands beside the input on the wire. */
final class Usage {

    private Usage() {}

    /** Reads the usage of a conversation; models of Nova, when invoked directly, count the cache under other names. */
    static TokenUsage ofMessages(Wire usage) {
        Wire cacheRead = usage.get("cacheReadInputTokens");
        Wire cacheWrite = usage.get("cacheWriteInputTokens");
        return read(
                usage.get("inputTokens"),
                usage.get("outputTokens"),
                cacheRead.isPresent() ? cacheRead : usage.get("cacheReadInputTokenCount"),
                cacheWrite.isPresent() ? cacheWrite : usage.get("cacheWriteInputTokenCount"));
    }

    /** Reads what Bedrock itself counts. */
    static TokenUsage ofInvocation(Wire metrics) {
        return read(
                metrics.get("inputTokenCount"),
                metrics.get("outputTokenCount"),
                metrics.get("cacheReadInputTokenCount"),
                metrics.get("cacheWriteInputTokenCount"));
    }

    /** Reads the counts of a call that has no cache. */
    static TokenUsage of(Wire input, Wire output) {
        return read(input, output, Wire.nothing(), Wire.nothing());
    }

    private static TokenUsage read(Wire uncachedInput, Wire output, Wire cacheRead, Wire cacheWrite) {
        return of(count(uncachedInput), count(output), count(cacheRead), count(cacheWrite));
    }

    /** Returns what these counts make; null is not known. */
    static TokenUsage of(
            @Nullable Long uncachedInput, @Nullable Long output, @Nullable Long cacheRead, @Nullable Long cacheWrite) {
        Long input =
                uncachedInput == null ? null : Long.valueOf(uncachedInput + orZero(cacheRead) + orZero(cacheWrite));
        return new TokenUsage(input, output, cacheRead, cacheWrite, null, null);
    }

    private static @Nullable Long count(Wire tokens) {
        Number number = tokens.number();
        return number == null || number.longValue() < 0 ? null : Long.valueOf(number.longValue());
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
