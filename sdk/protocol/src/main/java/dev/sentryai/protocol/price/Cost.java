package dev.sentryai.protocol.price;

/**
 * What a call, or a sum of calls, costs, in US dollars. Parts are negative when the usage that they follow from contradicts itself,
 * as with more cached tokens than input tokens; Sentry keeps that too.
 *
 * @param input of the tokens read, cache reads and cache creation included
 * @param output of the tokens written, reasoning included
 * @param total of both
 * @param cacheRead the part of {@code input} that cache reads cost
 * @param cacheCreation the part of {@code input} that cache creation costs
 * @param reasoning the part of {@code output} that reasoning costs
 */
public record Cost(
        double input, double output, double total, double cacheRead, double cacheCreation, double reasoning) {

    /** Nothing to pay. */
    public static final Cost ZERO = new Cost(0, 0, 0, 0, 0, 0);

    /** Returns the sum of both. */
    public Cost plus(Cost other) {
        return new Cost(
                input + other.input,
                output + other.output,
                total + other.total,
                cacheRead + other.cacheRead,
                cacheCreation + other.cacheCreation,
                reasoning + other.reasoning);
    }
}
