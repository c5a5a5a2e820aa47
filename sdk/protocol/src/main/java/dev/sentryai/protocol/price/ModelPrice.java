package dev.sentryai.protocol.price;

import dev.sentryai.protocol.TokenUsage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs, in US dollars per single token, and how much it takes in. Zero where no price is known: such tokens count as
 * free, as with Sentry.
 *
 * @param input rate of tokens read that no other rate is for
 * @param output rate of tokens written
 * @param cacheRead rate of input tokens that come out of the provider's cache
 * @param cacheCreation rate of input tokens that are put into the provider's cache
 * @param reasoning rate of output tokens spent on reasoning; zero for the same as {@code output}
 * @param contextWindow tokens that one call may have, input and output together; null when not known
 */
public record ModelPrice(
        double input,
        double output,
        double cacheRead,
        double cacheCreation,
        double reasoning,
        @Nullable Long contextWindow) {

    private static final double MILLION = 1e6;

    /** @throws IllegalArgumentException if a rate is negative or not finite, or if the context window is not positive */
    public ModelPrice {
        check("input", input);
        check("output", output);
        check("cacheRead", cacheRead);
        check("cacheCreation", cacheCreation);
        check("reasoning", reasoning);
        if (contextWindow != null && contextWindow <= 0) {
            throw new IllegalArgumentException("contextWindow must be positive but was " + contextWindow);
        }
    }

    /**
     * Makes the price of a model without caching whose reasoning costs as much as its other output.
     *
     * @param input US dollars per 1,000,000 tokens
     * @param output US dollars per 1,000,000 tokens
     * @throws IllegalArgumentException if a rate is negative or not finite
     */
    public static ModelPrice perMillionTokens(double input, double output) {
        return perMillionTokens(input, output, 0, 0, 0);
    }

    /**
     * Makes a price with all rates; each is in US dollars per 1,000,000 tokens, zero as for the components of this record.
     *
     * @throws IllegalArgumentException if a rate is negative or not finite
     */
    public static ModelPrice perMillionTokens(
            double input, double output, double cacheRead, double cacheCreation, double reasoning) {
        return new ModelPrice(
                input / MILLION,
                output / MILLION,
                cacheRead / MILLION,
                cacheCreation / MILLION,
                reasoning / MILLION,
                null);
    }

    /**
     * Returns the same price with another context window.
     *
     * @param tokens null when not known
     * @throws IllegalArgumentException if not positive
     */
    public ModelPrice withContextWindow(@Nullable Long tokens) {
        return new ModelPrice(input, output, cacheRead, cacheCreation, reasoning, tokens);
    }

    /**
     * Returns what the tokens cost, by Sentry's formula: what came out of the cache, was put into it or was spent on reasoning has
     * its own rate, the rest that of input and output. Numbers that are not known count as zero. Empty when there is neither input
     * nor output, which Sentry gives no cost either.
     */
    public Optional<Cost> costOf(TokenUsage usage) {
        double inputTokens = orZero(usage.input());
        double outputTokens = orZero(usage.output());
        if (inputTokens <= 0 && outputTokens <= 0) {
            return Optional.empty();
        }
        double read = orZero(usage.cacheRead());
        double created = orZero(usage.cacheCreation());
        double reasoned = orZero(usage.reasoning());
        double reasoningCost = reasoned * (reasoning > 0 ? reasoning : output);
        double inputCost = (inputTokens - read - created) * input + read * cacheRead + created * cacheCreation;
        double outputCost = (outputTokens - reasoned) * output + reasoningCost;
        return Optional.of(new Cost(
                inputCost,
                outputCost,
                inputCost + outputCost,
                read * cacheRead,
                created * cacheCreation,
                reasoningCost));
    }

    private static double orZero(@Nullable Long tokens) {
        return tokens == null ? 0 : tokens;
    }

    private static void check(String name, double rate) {
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(name + " must be a finite number not below zero but was " + rate);
        }
    }
}
