package dev.sentryai.telemetry.envelope;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import dev.sentryai.telemetry.json.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One item of an envelope: a header and a payload of any bytes. Immutable and thread-safe. */
public final class Item {

    private final byte[] envelope;
    private final int index;
    private final ItemRange range;

    /** The payload as JSON, once it was read; whoever reads it at the same time only does so twice. */
    private @Nullable JsonObject object;

    Item(byte[] envelope, int index, ItemRange range) {
        this.envelope = envelope;
        this.index = index;
        this.range = range;
    }

    /**
     * The item's place among the items of its envelope.
     *
     * @return an index, counted from 0
     */
    public int index() {
        return index;
    }

    /**
     * The item's type as sent, for example {@code transaction}; it may be one that nobody knows.
     *
     * @return the header's {@code type}
     */
    public String type() {
        return range.type();
    }

    /**
     * The item's header, read.
     *
     * @return every member as sent, in the order of the text
     */
    public JsonObject header() {
        return range.header();
    }

    /**
     * The item's header line as sent, without its line break.
     *
     * @return a fresh array with every call
     */
    public byte[] rawHeader() {
        return Arrays.copyOfRange(envelope, range.headerStart(), range.headerEnd());
    }

    /**
     * The payload as sent, without the line break behind it.
     *
     * @return a fresh array with every call
     */
    public byte[] payload() {
        return Arrays.copyOfRange(envelope, range.payloadStart(), range.payloadEnd());
    }

    /**
     * Opens the payload for reading without copying it.
     *
     * @return a new stream
     */
    public InputStream open() {
        return new ByteArrayInputStream(envelope, range.payloadStart(), length());
    }

    /**
     * Reads the payload as JSON. Offsets in the result count from the start of the payload.
     *
     * @return the value as {@link JsonReader} describes it, null for the JSON literal {@code null}
     * @throws MalformedJsonException if the payload is not exactly one JSON value
     */
    public @Nullable Object json() {
        JsonObject known = object;
        if (known != null) {
            return known;
        }
        Object value = JsonReader.read(envelope, range.payloadStart(), length());
        if (value instanceof JsonObject read) {
            object = read;
        }
        return value;
    }

    /**
     * The size of the payload.
     *
     * @return a number of bytes, which may be zero
     */
    public int length() {
        return range.payloadEnd() - range.payloadStart();
    }

    /**
     * Where the payload starts.
     *
     * @return bytes from the start of the decoded envelope
     */
    public long offset() {
        return range.payloadStart();
    }

    @Override
    public String toString() {
        return type() + " of " + length() + " bytes at byte " + offset();
    }
}
