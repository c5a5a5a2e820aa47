package dev.sentryai.fakesentry;

import dev.sentryai.telemetry.envelope.ContentEncoding;
import dev.sentryai.telemetry.envelope.Envelope;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** What was sent, as it came over the wire. Immutable, as long as nobody else keeps the array. */
final class Body {

    private final ContentEncoding encoding;
    private final byte[] bytes;

    Body(ContentEncoding encoding, byte[] bytes) {
        this.encoding = encoding;
        this.bytes = bytes;
    }

    ContentEncoding encoding() {
        return encoding;
    }

    int length() {
        return bytes.length;
    }

    byte[] toByteArray() {
        return bytes.clone();
    }

    InputStream decoded(long maxBytes) {
        return encoding.decode(new ByteArrayInputStream(bytes), maxBytes);
    }

    Envelope envelope() {
        return EnvelopeReader.read(encoding.decode(new ByteArrayInputStream(bytes)));
    }
}
