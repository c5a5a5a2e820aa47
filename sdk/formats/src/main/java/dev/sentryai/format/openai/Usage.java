package dev.sentryai.format.openai;

import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.wire.Wire;
import java.util.function.LongConsumer;

/** Reads the two shapes in which the API counts tokens. Its input includes what came out of or went into the cache already. */
final class Usage {

    private Usage() {}

    /** Reads the usage of chat completions, completions and embeddings. */
    static TokenUsage ofCompletion(Wire usage) {
        return read(usage, "prompt", "completion");
    }

    /** Reads the usage of responses. */
    static TokenUsage ofResponse(Wire usage) {
        return read(usage, "input", "output");
    }

    private static TokenUsage read(Wire usage, String in, String out) {
        TokenUsage.Builder tokens = TokenUsage.builder();
        boolean input = set(usage.get(in + "_tokens"), tokens::input);
        boolean output = set(usage.get(out + "_tokens"), tokens::output);
        Wire inputDetails = usage.get(in + "_tokens_details");
        set(inputDetails.get("cached_tokens"), tokens::cacheRead);
        set(inputDetails.get("cache_write_tokens"), tokens::cacheCreation);
        set(usage.get(out + "_tokens_details").get("reasoning_tokens"), tokens::reasoning);
        if (!input || !output) {
            set(usage.get("total_tokens"), tokens::total);
        }
        return tokens.build();
    }

    private static boolean set(Wire count, LongConsumer setter) {
        Number number = count.number();
        if (number == null || number.longValue() < 0) {
            return false;
        }
        setter.accept(number.longValue());
        return true;
    }
}
