package dev.sentryai.telemetry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads points in time in every form in which SDKs send them. */
final class Timestamps {

    private static final double NANOS_PER_SECOND = 1e9;

    private Timestamps() {}

    /** Seconds since 1970 from a number of them, such a number as text, or an RFC 3339 time stamp; null for anything else. */
    static @Nullable Double seconds(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof String text ? seconds(text) : null;
    }

    private static @Nullable Double seconds(String text) {
        try {
            Instant instant = instant(text);
            return instant.getEpochSecond() + instant.getNano() / NANOS_PER_SECOND;
        } catch (DateTimeException e) {
            return number(text);
        }
    }

    /** Time stamps without a zone come from old Python SDKs and mean UTC. */
    private static Instant instant(String text) {
        boolean zoned = text.length() > 19
                && (text.endsWith("Z")
                        || text.endsWith("z")
                        || text.substring(19).matches(".*[+-].*"));
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Double number(String text) {
        try {
            double seconds = Double.parseDouble(text);
            return Double.isFinite(seconds) ? seconds : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
