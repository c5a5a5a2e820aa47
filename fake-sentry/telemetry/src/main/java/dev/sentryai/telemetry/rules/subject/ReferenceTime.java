package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.SpanRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The time against which an envelope's timestamps are judged: never this machine's clock, for recordings are old.
 *
 * @param seconds since 1970; NaN if nothing is known
 * @param isSentAt whether the sender gave it; otherwise it is the end of the envelope's latest span, which can not be later than
 *     the moment of sending
 */
public record ReferenceTime(double seconds, boolean isSentAt) {

    private static final double MILLIS_PER_SECOND = 1000;

    public static ReferenceTime of(CapturedEnvelope captured, List<SpanRecord> spans) {
        Optional<Instant> sentAt = captured.envelope().header().sentAt();
        if (sentAt.isPresent()) {
            return new ReferenceTime(sentAt.get().toEpochMilli() / MILLIS_PER_SECOND, true);
        }
        double latest = Double.NaN;
        for (SpanRecord span : spans) {
            Double end = span.endSeconds();
            if (end != null && end < Seconds.NOT_SECONDS && !(end <= latest)) {
                latest = end;
            }
        }
        return new ReferenceTime(latest, false);
    }

    public boolean isKnown() {
        return !Double.isNaN(seconds);
    }

    public String name() {
        return isSentAt ? "sent_at" : "the latest span of the envelope";
    }
}
