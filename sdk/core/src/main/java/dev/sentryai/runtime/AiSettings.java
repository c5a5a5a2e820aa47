package dev.sentryai.runtime;

import dev.sentryai.delivery.SpanHook;
import org.jspecify.annotations.Nullable;

/**
 * What the application decided about AI monitoring.
 *
 * @param streaming whether spans are delivered on their own instead of in their transaction
 * @param recordInputs null follows {@code sendDefaultPii}
 * @param recordOutputs null follows {@code sendDefaultPii}
 * @param emitDeprecatedAttributes whether attributes are also written under their former names
 * @param beforeSend the last stop of a finished span
 */
public record AiSettings(
        boolean streaming,
        @Nullable Boolean recordInputs,
        @Nullable Boolean recordOutputs,
        boolean emitDeprecatedAttributes,
        SpanHook beforeSend) {}
