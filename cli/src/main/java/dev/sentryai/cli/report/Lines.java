package dev.sentryai.cli.report;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.Envelope;
import dev.sentryai.telemetry.envelope.EnvelopeWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Tells lines from bytes, for formats that point at lines. Lines are those of the decoded envelope, counted from 1. */
final class Lines {

    private static final int[] UNKNOWN = {};

    private final Map<String, Envelope> envelopes = new HashMap<>();
    private final Map<String, int[]> breaks = new HashMap<>();

    Lines(Telemetry telemetry) {
        for (CapturedEnvelope captured : telemetry.envelopes()) {
            envelopes.putIfAbsent(captured.file(), captured.envelope());
        }
    }

    /** The first line if nothing is known of the file. */
    int at(Location location) {
        int found = Arrays.binarySearch(
                breaks.computeIfAbsent(location.file(), this::breaksOf), Math.toIntExact(location.offset()));
        return (found < 0 ? -found - 1 : found) + 1;
    }

    private int[] breaksOf(String file) {
        Envelope envelope = envelopes.get(file);
        if (envelope == null) {
            return UNKNOWN;
        }
        byte[] bytes = EnvelopeWriter.toBytes(envelope);
        return IntStream.range(0, bytes.length)
                .filter(index -> bytes[index] == '\n')
                .toArray();
    }
}
