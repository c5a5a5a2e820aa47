package dev.sentryai.runtime;

import dev.sentryai.sentry.ErrorMechanism;
import org.jspecify.annotations.Nullable;

/**
 * Who makes spans, and what its user decided for it.
 *
 * @param origin such as {@code auto.ai.openai}
 * @param mechanism how errors are captured; null when that is left to whoever is around
 * @param recordInputs null leaves it to the settings
 * @param recordOutputs null leaves it to the settings
 */
public record SpanSource(
        String origin,
        @Nullable ErrorMechanism mechanism,
        @Nullable Boolean recordInputs,
        @Nullable Boolean recordOutputs) {}
