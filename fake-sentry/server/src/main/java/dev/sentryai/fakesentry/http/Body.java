package dev.sentryai.fakesentry.http;

import dev.sentryai.telemetry.envelope.ContentEncoding;
import dev.sentryai.telemetry.envelope.Envelope;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** What was sent, as it came over the wire. Immutable, as long as nobody else keeps the array. */
public final class Body {

    private final ContentEncoding encoding;
    private final byte[] bytes;

    /**
     * Takes over what was sent.
     *
     * @param encoding how the bytes are compressed
     * @param bytes not to be changed any more
     */
    public Body(ContentEncoding encoding, byte[] bytes) {
        this.encoding = encoding;
        this.bytes = bytes;
    }

    /** How the bytes are compressed. */
    public ContentEncoding encoding() {
        return encoding;
    }

    /** Number of bytes, still compressed. */
    public int length() {
        return bytes.length;
    }

    /** The bytes, still compressed; a new array. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /**
     * What was compressed.
     *
     * @param maxBytes how many bytes there may be; reading fails beyond that
     */
    public InputStream decoded(long maxBytes) {
        return encoding.decode(new ByteArrayInputStream(bytes), maxBytes);
    }

    /**
     * Reads the bytes as an envelope, anew on each call.
     *
     * @throws dev.sentryai.telemetry.envelope.MalformedEnvelopeException if they are none
     */
    public Envelope envelope() {
        return EnvelopeReader.read(encoding.decode(new ByteArrayInputStream(bytes)));
    }
}
