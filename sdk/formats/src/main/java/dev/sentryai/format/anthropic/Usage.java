package dev.sentryai.format.anthropic;

import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one message, as far as they are known: a stream tells some when it begins and all when it ends. What came from the
 * cache and went into it stands beside the input on the wire.
 */
final class Usage {

    private @Nullable Long uncachedInput;
    private @Nullable Long cacheRead;
    private @Nullable Long cacheCreation;
    private @Nullable Long output;
    private @Nullable Long thinking;

    /** Takes in another report. Reports are cumulative, so the newest number counts. */
    void add(Wire usage) {
        uncachedInput = newer(usage.get("input_tokens"), uncachedInput);
        cacheRead = newer(usage.get("cache_read_input_tokens"), cacheRead);
        cacheCreation = newer(usage.get("cache_creation_input_tokens"), cacheCreation);
        output = newer(usage.get("output_tokens"), output);
        thinking = newer(usage.get("output_tokens_details").get("thinking_tokens"), thinking);
    }

    private static @Nullable Long newer(Wire count, @Nullable Long known) {
        Number number = count.number();
        return number == null || number.longValue() < 0 ? known : Long.valueOf(number.longValue());
    }

    TokenUsage tokens() {
        Long input =
                uncachedInput == null ? null : Long.valueOf(uncachedInput + orZero(cacheRead) + orZero(cacheCreation));
        return new TokenUsage(input, output, cacheRead, cacheCreation, thinking, null);
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
