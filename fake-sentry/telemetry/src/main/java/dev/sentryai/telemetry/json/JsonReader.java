package dev.sentryai.telemetry.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value into plain values: {@link JsonObject}, {@link List}, {@link String}, {@link Boolean}, null, and for
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
            // Names come from outside: a global table of them would only grow.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // Sentry's formats are UTF-8; anything else is a fault to report.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

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
        Object value = new JsonScanner(bytes, start, length).read();
        return value == JsonScanner.NOT_READ ? explain(bytes, start, length) : value;
    }

    /** Reads what is out of the ordinary, or says what is wrong with it. */
    private static @Nullable Object explain(byte[] bytes, int start, int length) {
        try (JsonParser parser = FACTORY.createParser(bytes, start, length)) {
            return readWhole(parser, location -> location.getByteOffset());
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
        try (JsonParser parser = FACTORY.createParser(text)) {
            return readWhole(parser, location -> location.getCharOffset());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private static @Nullable Object readWhole(JsonParser parser, Offsets offsets) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new MalformedJsonException(0, "no JSON value");
            }
            Object value = value(parser, offsets);
            if (parser.nextToken() != null) {
                throw new MalformedJsonException(
                        offsets.of(parser.currentTokenLocation()), "text after the JSON value");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new MalformedJsonException(offsets.of(parser.currentLocation()), e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new MalformedJsonException(offsets.of(e.getLocation()), e.getOriginalMessage(), e);
        } catch (IOException e) { // the parser reports some broken UTF-8 this way
            throw new MalformedJsonException(offsets.of(parser.currentLocation()), "not UTF-8", e);
        }
    }

    private static @Nullable Object value(JsonParser parser, Offsets offsets) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, offsets);
            case START_ARRAY -> array(parser, offsets);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            default -> throw new IllegalStateException("No value starts with " + parser.currentToken());
        };
    }

    private static JsonObject object(JsonParser parser, Offsets offsets) throws IOException {
        long offset = offsets.of(parser.currentTokenLocation());
        List<@Nullable Object> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            members.add(parser.currentName());
            parser.nextToken();
            members.add(value(parser, offsets));
        }
        return JsonObject.of(members.toArray(), 0, members.size(), offset);
    }

    private static List<@Nullable Object> array(JsonParser parser, Offsets offsets) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, offsets));
        }
        return Collections.unmodifiableList(elements);
    }

    private static Number integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> parser.getLongValue();
            default -> parser.getBigIntegerValue();
        };
    }

    private static Number decimal(JsonParser parser) throws IOException {
        double value = Double.parseDouble(parser.getText());
        return Double.isInfinite(value) ? parser.getDecimalValue() : (Number) value;
    }

    /** Bytes are counted where bytes are read, characters where text is read. */
    @FunctionalInterface
    private interface Offsets {
        long of(com.fasterxml.jackson.core.JsonLocation location);
    }
}
