package dev.sentryai.format.cohere;

import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.wire.Wire;
import org.jspecify.annotations.Nullable;

/** Reads token counts, which the second version of chat calls {@code usage} and everything else {@code meta}. */
final class Usage {

    private Usage() {}

    static TokenUsage tokens(Wire usage) {
        Long input = count(usage, "input_tokens");
        Long output = count(usage, "output_tokens");
        return new TokenUsage(input, output, cacheRead(usage, input), null, null, null);
    }

    /** The tokens that are billed; all tokens where nothing is said of those. */
    private static @Nullable Long count(Wire usage, String name) {
        Long billed = tokens(usage.get("billed_units"), name);
        return billed == null ? tokens(usage.get("tokens"), name) : billed;
    }

    /** The cache also holds what is not billed, such as Cohere's own template; then its share of the input is not known. */
    private static @Nullable Long cacheRead(Wire usage, @Nullable Long input) {
        Long cached = tokens(usage, "cached_tokens");
        return cached == null || input == null || cached > input ? null : cached;
    }

    /** Counts are no integers on the wire. */
    private static @Nullable Long tokens(Wire parent, String name) {
        Number count = parent.get(name).number();
        return count == null || count.longValue() < 0 ? null : Long.valueOf(count.longValue());
    }
}
