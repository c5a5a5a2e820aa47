package dev.sentryai.delivery;

import io.sentry.SpanStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a span when it ends.
 *
 * @param name what Sentry shows
 * @param status how it went
 * @param failure what it failed with, to be linked to the span; null when it did not fail
 * @param attributes sanitised values; copied, their order is kept
 */
public record Ending(
        String name, SpanStatus status, @Nullable Throwable failure, Map<String, Object> attributes) {
    public Ending {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
