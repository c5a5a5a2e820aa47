package dev.sentryai.format.openai;

import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.wire.Wire;
import java.util.function.LongConsumer;

/** Reads the two shapes in which the API counts tokens. Its input includes what came out of or went into the cache already. */
enum Usage {
    /** That of chat completions, completions and embeddings. */
    OF_COMPLETION("prompt", "completion"),
    /** That of responses. */
    OF_RESPONSE("input", "output");

    private final String input;
    private final String inputDetails;
    private final String output;
    private final String outputDetails;

    Usage(String in, String out) {
        input = in + "_tokens";
        inputDetails = input + "_details";
        output = out + "_tokens";
        outputDetails = output + "_details";
    }

    TokenUsage read(Wire usage) {
        TokenUsage.Builder tokens = TokenUsage.builder();
        Wire ofInput = usage.get(inputDetails);
        boolean hasInput = set(usage.get(input), tokens::input);
        boolean hasOutput = set(usage.get(output), count -> tokens.output(count + countedApart(usage)));
        // DeepSeek tells beside the input what of it came from the cache.
        if (!set(ofInput.get("cached_tokens"), tokens::cacheRead)) {
            set(usage.get("prompt_cache_hit_tokens"), tokens::cacheRead);
        }
        set(ofInput.get("cache_write_tokens"), tokens::cacheCreation);
        set(usage.get(outputDetails).get("reasoning_tokens"), tokens::reasoning);
        if (!hasInput || !hasOutput) {
            set(usage.get("total_tokens"), tokens::total);
        }
        return tokens.build();
    }

    /** Some servers, xAI's among them, do not count reasoning as output; then the total is more than input and output by just that. */
    private long countedApart(Wire usage) {
        long reasoning = count(usage.get(outputDetails).get("reasoning_tokens"));
        long sum = count(usage.get(input)) + count(usage.get(output)) + reasoning;
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
