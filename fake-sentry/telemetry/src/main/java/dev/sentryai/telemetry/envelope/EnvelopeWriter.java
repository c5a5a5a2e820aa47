package dev.sentryai.telemetry.envelope;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes envelopes byte for byte as they were read. */
public final class EnvelopeWriter {

    private EnvelopeWriter() {}

    /**
     * Writes the envelope. The stream is neither flushed nor closed.
     *
     * @param envelope what to write
     * @param out where to write
     * @throws UncheckedIOException if the stream cannot be written
     */
    public static void write(Envelope envelope, OutputStream out) {
        try {
            envelope.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the envelope", e);
        }
    }

    /**
     * The envelope's bytes.
     *
     * @param envelope what to write
     * @return a fresh array with every call
     */
    public static byte[] toBytes(Envelope envelope) {
        return envelope.copyOfBytes();
    }
}
