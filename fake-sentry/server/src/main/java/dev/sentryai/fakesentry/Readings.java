package dev.sentryai.fakesentry;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import java.lang.ref.SoftReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the store's contents as telemetry, once per change. Safe for use by many threads. */
final class Readings {

    /** Softly held: what was decoded may be much larger than the compressed bytes that the store counts. */
    private SoftReference<Reading> newest = new SoftReference<>(null);

    private record Reading(long version, Telemetry telemetry) {}

    synchronized Telemetry of(EnvelopeStore.Contents contents) {
        @Nullable Reading reading = newest.get();
        if (reading == null || reading.version() != contents.version()) {
            reading = new Reading(contents.version(), Telemetry.of(captured(contents.envelopes())));
            newest = new SoftReference<>(reading);
        }
        return reading.telemetry();
    }

    private static List<CapturedEnvelope> captured(List<ReceivedEnvelope> envelopes) {
        return envelopes.stream()
                .map(received -> new CapturedEnvelope(received.fileName(), received.envelope()))
                .toList();
    }
}
