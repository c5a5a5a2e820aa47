package dev.sentryai.signal;

import dev.sentryai.sentry.SpanHead;
import io.sentry.SpanStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A call that is over.
 *
 * @param head what its span is, or would be
 * @param status how it went
 * @param duration from start to end
 * @param attributes sanitised; may hold content
 */
public record FinishedCall(SpanHead head, SpanStatus status, Duration duration, Map<String, Object> attributes) {

    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    double seconds() {
        return duration.toNanos() / NANOS_PER_SECOND;
    }

    /** Returns the attributes with these keys, to be added to. */
    Map<String, Object> only(Set<String> keys) {
        Map<String, Object> some = new LinkedHashMap<>();
        attributes.forEach((key, value) -> {
            if (keys.contains(key)) {
                some.put(key, value);
            }
        });
        return some;
    }
}
