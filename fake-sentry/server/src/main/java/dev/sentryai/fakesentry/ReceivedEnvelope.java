package dev.sentryai.fakesentry;

import dev.sentryai.telemetry.envelope.ContentEncoding;
import dev.sentryai.telemetry.envelope.Envelope;
import dev.sentryai.telemetry.envelope.EnvelopeWriter;
import java.time.Instant;
import java.util.Optional;

/** One envelope that a client sent, with the bytes as they came over the wire. Immutable. */
public final class ReceivedEnvelope {

    private final long number;
    private final Instant receivedAt;
    private final Arrival arrival;

    ReceivedEnvelope(long number, Instant receivedAt, Arrival arrival) {
        this.number = number;
        this.receivedAt = receivedAt;
        this.arrival = arrival;
    }

    /** Place in the order of arrival, from 1; from the next free number where an older recording is continued. */
    public long number() {
        return number;
    }

    /** Name of its file in a recording, {@code 00000001.envelope}; the same without recording. Sorts by arrival. */
    public String fileName() {
        return Recorder.fileName(number);
    }

    /** When the last byte had arrived. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** The project id in the address, digits. */
    public String projectId() {
        return arrival.projectId();
    }

    /** The DSN's public key, from wherever the client gave it. */
    public String publicKey() {
        return arrival.sender().publicKey();
    }

    /** Name and version of the SDK, {@code sentry.java/8.62.0}; empty when it did not say. */
    public Optional<String> client() {
        return Optional.ofNullable(arrival.sender().client());
    }

    /** How {@link #wireBytes()} is compressed. */
    public ContentEncoding encoding() {
        return arrival.body().encoding();
    }

    /** The body as received, still compressed; a new array. An event sent to {@code /store/} is its envelope. */
    public byte[] wireBytes() {
        return arrival.body().toByteArray();
    }

    /** Number of bytes of the body as received. */
    public int wireLength() {
        return arrival.body().length();
    }

    /** What the client sent, byte for byte, after decompression; a new array. */
    public byte[] decodedBytes() {
        return EnvelopeWriter.toBytes(envelope());
    }

    /** The envelope, read anew on each call. */
    public Envelope envelope() {
        return arrival.body().envelope();
    }

    /** For messages: number, size and sender. */
    @Override
    public String toString() {
        return "envelope " + number + " (" + wireLength() + " bytes, " + client().orElse("unknown client") + ')';
    }
}
