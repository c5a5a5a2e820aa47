package dev.sentryai.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Who makes spans, and what its user decided for it.
 *
 * @param origin such as {@code auto.ai.openai}
 * @param mechanism the mechanism type of captured errors
 * @param recordInputs null leaves it to the settings
 * @param recordOutputs null leaves it to the settings
 */
public record SpanSource(
        String origin,
        String mechanism,
        @Nullable Boolean recordInputs,
        @Nullable Boolean recordOutputs) {}
