package dev.sentryai.fakesentry;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import java.lang.ref.SoftReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the store's contents as telemetry, every envelope once. Safe for use by many threads. */
final class Readings {

    private record Reading(List<ReceivedEnvelope> envelopes, Telemetry telemetry) {

        boolean isStartOf(List<ReceivedEnvelope> later) {
            return envelopes.size() <= later.size() && envelopes.equals(later.subList(0, envelopes.size()));
        }

        Reading grownTo(List<ReceivedEnvelope> later) {
            List<CapturedEnvelope> added = later.subList(envelopes.size(), later.size()).stream()
                    .map(received -> new CapturedEnvelope(received.fileName(), received.envelope()))
                    .toList();
            return added.isEmpty() ? this : new Reading(later, telemetry.plus(Telemetry.of(added)));
        }
    }

    private static final Reading NOTHING = new Reading(List.of(), Telemetry.EMPTY);

    /** Softly held: what was decoded may be much larger than the compressed bytes that the store counts. */
    private SoftReference<Reading> newest = new SoftReference<>(NOTHING);

    synchronized Telemetry of(EnvelopeStore.Contents contents) {
        @Nullable Reading known = newest.get();
        Reading start = known != null && known.isStartOf(contents.envelopes()) ? known : NOTHING;
        Reading reading = start.grownTo(contents.envelopes());
        newest = new SoftReference<>(reading);
        return reading.telemetry();
    }
}
