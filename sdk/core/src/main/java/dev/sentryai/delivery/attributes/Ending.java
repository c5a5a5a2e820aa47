package dev.sentryai.delivery.attributes;

import io.sentry.SpanStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a span when it ends.
 *
 * @param name what Sentry shows
 * @param status how it went
 * @param failure what it failed with, to be linked to the span; null when it did not fail
 * @param attributes sanitised values, in order; handed over to be changed, as a copy for every step of the way would cost
 *     more than the rest of a span
 */
public record Ending(
        String name, SpanStatus status, @Nullable Throwable failure, Map<String, Object> attributes) {}
