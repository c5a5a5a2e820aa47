package dev.sentryai.telemetry.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Makes values of what a parser reads. Used once, by one thread. */
final class JsonFiller {

    private final JsonParser parser;
    private final ToLongFunction<JsonLocation> offsets;

    JsonFiller(JsonParser parser, ToLongFunction<JsonLocation> offsets) {
        this.parser = parser;
        this.offsets = offsets;
    }

    /** The value that begins with the parser's current token. */
    @Nullable
    Object value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            default -> throw new IllegalStateException("No value starts with " + parser.currentToken());
        };
    }

    private JsonObject object() throws IOException {
        int offset = (int) offsets.applyAsLong(parser.currentTokenLocation());
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            names.add(name);
            parser.nextToken();
            values.add(value());
        }
        return JsonObject.of(names, values, offset);
    }

    private Object array() throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
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
}
