package dev.sentryai.telemetry.relay;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.SpanSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a single span must have to be stored.
 *
 * @param received when the envelope arrives, for which the moment of sending stands; null if not known: then no time is too old
 */
record Acceptance(@Nullable Instant received) {

    private static final double OLDEST_SECONDS = Duration.ofDays(5).toSeconds();
    private static final double NEWEST_SECONDS = 60;
    private static final double MILLIS = 1000;

    private static final Pattern TRACE_ID = Pattern.compile("(?!0+$)[0-9a-fA-F]{32}");
    private static final Pattern SPAN_ID = Pattern.compile("(?!0+$)[0-9a-fA-F]{16}");

    /** Why the span can not be stored; empty if it can. */
    Optional<String> fault(SpanRecord span) {
        String missing = missing(span);
        return Optional.ofNullable(missing == null ? time(span) : "it lacks a usable " + missing);
    }

    private static @Nullable String missing(SpanRecord span) {
        if (!is(TRACE_ID, span.traceId())) {
            return "trace_id";
        }
        if (!is(SPAN_ID, span.spanId())) {
            return "span_id";
        }
        if (span.startSeconds() == null) {
            return "start_timestamp";
        }
        if (span.endSeconds() == null) {
            return span.source() == SpanSource.SPAN_V2 ? "end_timestamp" : "timestamp";
        }
        if (span.source() != SpanSource.SPAN_V2) {
            return null;
        }
        return span.name() == null ? "name" : span.status() == null ? "status" : null;
    }

    /** Ids that are malformed count as missing. */
    private static boolean is(Pattern pattern, @Nullable String id) {
        return id != null && pattern.matcher(id).matches();
    }

    private @Nullable String time(SpanRecord span) {
        double start = orZero(span.startSeconds());
        double end = orZero(span.endSeconds());
        if (end < start) {
            return "it ends before it starts";
        }
        if (received == null) {
            return null;
        }
        double now = received.toEpochMilli() / MILLIS;
        if (end < now - OLDEST_SECONDS) {
            return "it is older than 5 days";
        }
        return start > now + NEWEST_SECONDS ? "it lies more than 60 s in the future" : null;
    }

    private static double orZero(@Nullable Double seconds) {
        return seconds == null ? 0 : seconds;
    }
}
