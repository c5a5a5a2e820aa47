package dev.sentryai.telemetry.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value into plain values: {@link JsonObject}, {@link java.util.List}, {@link String}, {@link Boolean}, null, and for
 * numbers {@link Long}, {@link java.math.BigInteger} (integers beyond 64 bit), {@link Double} or, where a double would
 * overflow, {@link java.math.BigDecimal}. Lists are immutable.
 */
public final class JsonReader {

    /** How deeply arrays and objects may nest. */
    public static final int MAX_DEPTH = 500;

    /** Reads nearly everything; what it does not read is read anew. */
    private static final ThreadLocal<PlainJson> PLAIN = ThreadLocal.withInitial(PlainJson::new);

    private JsonReader() {}

    /**
     * Reads the bytes as one JSON value in UTF-8.
     *
     * @param bytes what to read, whole
     * @return the value, null for the JSON literal {@code null}
     * @throws MalformedJsonException if the bytes are not exactly one JSON value, or if it nests deeper than {@link #MAX_DEPTH}
     */
    public static @Nullable Object read(byte[] bytes) {
        return read(bytes, 0, bytes.length);
    }

    /**
     * Reads a range of bytes as one JSON value in UTF-8. Offsets in the result count from the start of the range.
     *
     * @param bytes where to read
     * @param start index of the first byte
     * @param length number of bytes
     * @return the value, null for the JSON literal {@code null}
     * @throws MalformedJsonException if the range is not exactly one JSON value, or if it nests deeper than {@link #MAX_DEPTH}
     */
    public static @Nullable Object read(byte[] bytes, int start, int length) {
        Object plain = PLAIN.get().read(bytes, start, length, false);
        return plain == PlainJson.UNUSUAL ? ThoroughJson.read(bytes, start, length) : plain;
    }

    /**
     * Reads the text as one JSON value.
     *
     * @param text what to read, whole
     * @return the value, null for the JSON literal {@code null}
     * @throws MalformedJsonException if the text is not exactly one JSON value, or if it nests deeper than {@link #MAX_DEPTH}
     */
    public static @Nullable Object read(String text) {
        Object plain = text.length() > PlainText.MAX_LENGTH ? PlainJson.UNUSUAL : readPlain(text);
        return plain == PlainJson.UNUSUAL ? ThoroughJson.read(text) : plain;
    }

    private static @Nullable Object readPlain(String text) {
        if (!Utf8.has(text)) {
            return PlainJson.UNUSUAL;
        }
        byte[] bytes = text.getBytes(UTF_8);
        return PLAIN.get().read(bytes, 0, bytes.length, true);
    }
}
