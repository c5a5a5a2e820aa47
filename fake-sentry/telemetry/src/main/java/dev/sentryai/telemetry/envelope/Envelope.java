package dev.sentryai.telemetry.envelope;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What a Sentry SDK sends in one request: a header line and any number of items. It keeps the bytes that it was read from,
 * line breaks included, so that writing it gives them back. Immutable and thread-safe.
 */
public final class Envelope {

    private final byte[] bytes;
    private final int headerEnd;
    private final EnvelopeHeader header;
    private final List<Item> items;

    Envelope(byte[] bytes, int headerEnd, EnvelopeHeader header, List<ItemRange> ranges) {
        this.bytes = bytes;
        this.headerEnd = headerEnd;
        this.header = header;
        Item[] all = new Item[ranges.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Item(bytes, i, ranges.get(i));
        }
        this.items = List.of(all);
    }

    /**
     * The envelope's header, read.
     *
     * @return a view of the first line
     */
    public EnvelopeHeader header() {
        return header;
    }

    /**
     * The header line as sent, without its line break.
     *
     * @return a fresh array with every call
     */
    public byte[] rawHeader() {
        return Arrays.copyOf(bytes, headerEnd);
    }

    /**
     * The items in the order in which they were sent.
     *
     * @return an immutable list, which may be empty
     */
    public List<Item> items() {
        return items;
    }

    /**
     * The size of the whole envelope after decoding.
     *
     * @return a number of bytes
     */
    public int length() {
        return bytes.length;
    }

    /**
     * The same envelope with another time of sending. Only the value of {@code sent_at} in the header line changes; it is added
     * at the end of the line's object if absent.
     *
     * @param time when the envelope is sent
     * @return a new envelope
     */
    public Envelope withSentAt(Instant time) {
        return EnvelopeReader.parse(SentAt.replace(bytes, headerEnd, time), EnvelopeReader.UNLIMITED);
    }

    byte[] copyOfBytes() {
        return bytes.clone();
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    @Override
    public String toString() {
        return "Envelope" + items;
    }
}
