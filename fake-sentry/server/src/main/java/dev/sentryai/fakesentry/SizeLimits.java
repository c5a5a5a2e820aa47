package dev.sentryai.fakesentry;

import dev.sentryai.telemetry.envelope.Envelope;
import dev.sentryai.telemetry.envelope.Item;
import java.util.Map;

/** What Sentry takes at most; in bytes, after decompression. */
final class SizeLimits {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    /** A whole envelope. */
    static final long ENVELOPE = 200 * MIB;

    /** A whole request, as it comes over the wire: even what is not compressed may not be longer. */
    static final int WIRE = (int) ENVELOPE;

    /** One event. */
    static final long EVENT = MIB;

    private static final Map<String, Long> BY_TYPE = Map.of(
            "event", EVENT,
            "transaction", MIB,
            "span", 12 * MIB,
            "log", 2 * MIB,
            "trace_metric", MIB,
            "check_in", 100 * KIB,
            "client_report", 100 * KIB,
            "profile", 50 * MIB);

    private SizeLimits() {}

    /** Refuses an envelope with an item that is too large for its type. */
    static void check(Envelope envelope) {
        for (Item item : envelope.items()) {
            if (item.length() > BY_TYPE.getOrDefault(item.type(), ENVELOPE)) {
                throw tooLarge(item.type());
            }
        }
    }

    static Refusal tooLarge(String type) {
        return new Refusal(413, "envelope exceeded size limits for type '" + type + "'");
    }
}
