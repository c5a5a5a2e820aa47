package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.protocol.GenAiAttributes;
import org.jspecify.annotations.Nullable;

/** The token counts of a span as sent; null where the span says nothing. */
public record Counts(
        @Nullable Count input,
        @Nullable Count output,
        @Nullable Count cacheRead,
        @Nullable Count cacheCreation,
        @Nullable Count reasoning,
        @Nullable Count total) {

    public static Counts of(SpanSubject span) {
        return new Counts(
                span.count(GenAiAttributes.USAGE_INPUT_TOKENS),
                span.count(GenAiAttributes.USAGE_OUTPUT_TOKENS),
                span.count(GenAiAttributes.USAGE_CACHE_READ_INPUT_TOKENS),
                span.count(GenAiAttributes.USAGE_CACHE_CREATION_INPUT_TOKENS),
                span.count(GenAiAttributes.USAGE_REASONING_OUTPUT_TOKENS),
                span.count(GenAiAttributes.USAGE_TOTAL_TOKENS));
    }

    public boolean isEmpty() {
        return input == null && output == null && total == null;
    }

    /** Input plus output, where a missing one counts as nothing, as Relay does. */
    public long sum() {
        return tokens(input) + tokens(output);
    }

    /** The total as sent, else the sum. */
    public long totalOrSum() {
        return total != null ? total.tokens() : sum();
    }

    /** Rules that compare counts have nothing to say when one of them is nonsense by itself. */
    public boolean isPlausible() {
        return tokens(input) >= 0
                && tokens(output) >= 0
                && tokens(cacheRead) >= 0
                && tokens(cacheCreation) >= 0
                && tokens(reasoning) >= 0
                && tokens(total) >= 0;
    }

    public static long tokens(@Nullable Count count) {
        return count == null ? 0 : count.tokens();
    }
}
