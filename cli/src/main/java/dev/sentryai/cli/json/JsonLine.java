package dev.sentryai.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sentryai.protocol.json.JsonText;
import dev.sentryai.protocol.json.JsonValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns plain values (maps, lists, strings, numbers, booleans, null) and our own JSON types into JSON. */
public final class JsonLine {

    private static final JsonFactory JSON = new JsonFactory();

    /** Beyond these a number is more readable with an exponent. */
    private static final double SMALLEST_PLAIN = 1e-6;

    private static final double LARGEST_PLAIN = 1e21;

    private JsonLine() {}

    /**
     * The value as JSON on one line.
     *
     * @throws IllegalArgumentException when it is none of those that JSON has
     */
    public static String of(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            write(value, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator generator) throws IOException {
        if (value instanceof JsonValue object) {
            write(object.toJson(), generator);
        } else if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                generator.writeFieldName(String.valueOf(member.getKey()));
                write(member.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> elements) {
            generator.writeStartArray();
            for (Object element : elements) {
                write(element, generator);
            }
            generator.writeEndArray();
        } else {
            writeScalar(value, generator);
        }
    }

    private static void writeScalar(@Nullable Object value, JsonGenerator generator) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof JsonText text) {
            generator.writeRawValue(text.text());
        } else if (value instanceof CharSequence text) {
            generator.writeString(text.toString());
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value instanceof Double number) {
            generator.writeNumber(decimal(number));
        } else if (value instanceof Number number) {
            generator.writeNumber(number.toString());
        } else {
            throw new IllegalArgumentException("JSON has no " + value.getClass().getName());
        }
    }

    /** Time stamps as 1763651915.919 rather than 1.763651915919E9. */
    private static String decimal(double number) {
        double size = Math.abs(number);
        return size >= SMALLEST_PLAIN && size < LARGEST_PLAIN
                ? BigDecimal.valueOf(number).toPlainString()
                : String.valueOf(number);
    }
}
