package dev.sentryai.telemetry.envelope;

/**
 * How much a reader takes before it refuses.
 *
 * @param headerBytes the longest header line, of the envelope or of an item, in bytes
 * @param itemBytes the largest payload of one item, in bytes
 * @param envelopeBytes the largest envelope after decoding, in bytes
 */
public record Limits(int headerBytes, int itemBytes, int envelopeBytes) {

    private static final int MIB = 1024 * 1024;

    /** What Sentry's Relay takes: 200 MiB for the envelope and for its largest item, an attachment; header lines of 1 MiB. */
    public static final Limits RELAY = new Limits(MIB, 200 * MIB, 200 * MIB);

    /**
     * Checks that every limit is positive.
     *
     * @throws IllegalArgumentException if a limit is zero or negative
     */
    public Limits {
        if (headerBytes <= 0 || itemBytes <= 0 || envelopeBytes <= 0) {
            throw new IllegalArgumentException("limits must be positive but were " + headerBytes + ", " + itemBytes
                    + " and " + envelopeBytes + " bytes");
        }
    }
}
