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
        Wire inputDetails = usage.get(in + "_tokens_details");
        boolean hasInput = set(usage.get(in + "_tokens"), tokens::input);
        boolean hasOutput =
                set(usage.get(out + "_tokens"), count -> tokens.output(count + countedApart(usage, in, out)));
        // DeepSeek tells beside the input what of it came from the cache.
        if (!set(inputDetails.get("cached_tokens"), tokens::cacheRead)) {
            set(usage.get("prompt_cache_hit_tokens"), tokens::cacheRead);
        }
        set(inputDetails.get("cache_write_tokens"), tokens::cacheCreation);
        set(usage.get(out + "_tokens_details").get("reasoning_tokens"), tokens::reasoning);
        if (!hasInput || !hasOutput) {
            set(usage.get("total_tokens"), tokens::total);
        }
        return tokens.build();
    }

    /** Some servers, xAI's among them, do not count reasoning as output; then the total is more than input and output by just that. */
    private static long countedApart(Wire usage, String in, String out) {
        long reasoning = count(usage.get(out + "_tokens_details").get("reasoning_tokens"));
        long output = count(usage.get(out + "_tokens"));
        long sum = count(usage.get(in + "_tokens")) + output + reasoning;
        return reasoning > 0 && count(usage.get("total_tokens")) == sum ? reasoning : 0;
    }

    private static long count(Wire count) {
        Number number = count.number();
        return number == null ? 0 : number.longValue();
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
