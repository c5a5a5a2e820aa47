package dev.sentryai.telemetry.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value into plain values: {@link JsonObject}, {@link java.util.List}, {@link String}, {@link Boolean}, null, and for
 * numbers {@link Long}, {@link java.math.BigInteger} (integers beyond 64 bit), {@link Double} or, where a double would
 * overflow, {@link java.math.BigDecimal}. Lists are immutable.
 */
public final class JsonReader {

    /** How deeply arrays and objects may nest. */
    public static final int MAX_DEPTH = 500;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    // What is read is in memory already, so its own size bounds its strings.
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            // Interned names are found by comparing references. The parser keeps a bounded number of them.
            .enable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // Sentry's formats are UTF-8; anything else is a fault to report.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

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
        return plain == PlainJson.UNUSUAL ? readUnusual(bytes, start, length) : plain;
    }

    static @Nullable Object readUnusual(byte[] bytes, int start, int length) {
        try (JsonParser parser = FACTORY.createParser(bytes, start, length)) {
            return readWhole(parser, JsonLocation::getByteOffset);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    /**
     * Reads the text as one JSON value.
     *
     * @param text what to read, whole
     * @return the value, null for the JSON literal {@code null}
     * @throws MalformedJsonException if the text is not exactly one JSON value, or if it nests deeper than {@link #MAX_DEPTH}
     */
    public static @Nullable Object read(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        // Half a character beyond 16 bits has no UTF-8.
        Object plain = new String(bytes, UTF_8).equals(text)
                ? PLAIN.get().read(bytes, 0, bytes.length, true)
                : PlainJson.UNUSUAL;
        return plain == PlainJson.UNUSUAL ? readUnusual(text) : plain;
    }

    static @Nullable Object readUnusual(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return readWhole(parser, JsonLocation::getCharOffset);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private static @Nullable Object readWhole(JsonParser parser, ToLongFunction<JsonLocation> offsets)
            throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new MalformedJsonException(0, "no JSON value");
            }
            Object value = new JsonFiller(parser, offsets).value();
            if (parser.nextToken() != null) {
                throw new MalformedJsonException(
                        offsets.applyAsLong(parser.currentTokenLocation()), "text after the JSON value");
            }
            return value;
        } catch (StreamConstraintsException e) {
            long offset = offsets.applyAsLong(parser.currentLocation());
            // a number with too many digits is the other limit
            boolean deep = parser.getParsingContext().getNestingDepth() >= MAX_DEPTH;
            String reason =
                    deep ? "arrays and objects nest deeper than " + MAX_DEPTH + " levels" : "a number is too long";
            throw new MalformedJsonException(offset, reason, e);
        } catch (JsonProcessingException e) {
            throw new MalformedJsonException(offsets.applyAsLong(e.getLocation()), e.getOriginalMessage(), e);
        } catch (IOException e) { // the parser reports some broken UTF-8 this way
            throw new MalformedJsonException(offsets.applyAsLong(parser.currentLocation()), "not UTF-8", e);
        }
    }
}
