package dev.sentryai.telemetry.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Reads envelopes leniently: payloads are split by their {@code length} where one is given and by line breaks where not; line
 * breaks may be LF or CRLF and may be missing at the end or doubled; there may be no item at all, and items of unknown types.
 * Memory grows with the bytes that really arrive, never with a length that is only announced.
 */
public final class EnvelopeReader {

    static final Limits UNLIMITED =
            new Limits(ByteSource.MAX_CAPACITY, ByteSource.MAX_CAPACITY, ByteSource.MAX_CAPACITY);

    private EnvelopeReader() {}

    /**
     * Reads one envelope within {@link Limits#RELAY}.
     *
     * @param in the decoded envelope; read to its end, or to the first fault, and not closed
     * @return the envelope
     * @throws MalformedEnvelopeException if the bytes are no envelope
     * @throws UncheckedIOException if the stream cannot be read
     */
    public static Envelope read(InputStream in) {
        return read(in, Limits.RELAY);
    }

    /**
     * Reads one envelope within the given limits.
     *
     * @param in the decoded envelope; read to its end, or to the first fault, and not closed
     * @param limits how much to take
     * @return the envelope
     * @throws MalformedEnvelopeException if the bytes are no envelope
     * @throws EnvelopeTooLargeException if a limit is exceeded
     * @throws UncheckedIOException if the stream cannot be read
     */
    public static Envelope read(InputStream in, Limits limits) {
        try {
            return new EnvelopeParser(new ByteSource(in, limits.envelopeBytes()), limits).parse();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the envelope", e);
        }
    }

    /**
     * Reads one envelope within {@link Limits#RELAY}.
     *
     * @param bytes the decoded envelope, whole
     * @return the envelope
     * @throws MalformedEnvelopeException if the bytes are no envelope
     */
    public static Envelope parse(byte[] bytes) {
        return parse(bytes, Limits.RELAY);
    }

    /**
     * Reads one envelope within the given limits.
     *
     * @param bytes the decoded envelope, whole
     * @param limits how much to take
     * @return the envelope
     * @throws MalformedEnvelopeException if the bytes are no envelope
     * @throws EnvelopeTooLargeException if a limit is exceeded
     */
    public static Envelope parse(byte[] bytes, Limits limits) {
        try {
            return new EnvelopeParser(new ByteSource(bytes.clone(), limits.envelopeBytes()), limits).parse();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }
}
