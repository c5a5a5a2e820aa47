package dev.sentryai.telemetry.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Makes values of what a parser reads. Used once, by one thread. */
final class JsonFiller {

    private final JsonParser parser;
    private final ToLongFunction<JsonLocation> offsets;
    private final RecentTexts texts = RecentTexts.ofThread();

    /** Members and elements of the objects and arrays that are still open. */
    private @Nullable Object[] open = new Object[128];

    private int openCount;

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
            case VALUE_STRING -> text();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            default -> throw new IllegalStateException("No value starts with " + parser.currentToken());
        };
    }

    private JsonObject object() throws IOException {
        long offset = offsets.applyAsLong(parser.currentTokenLocation());
        int first = openCount;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            push(name);
            parser.nextToken();
            push(value());
        }
        JsonObject object = JsonObject.of(open, first, openCount, offset);
        openCount = first;
        return object;
    }

    private Object array() throws IOException {
        int first = openCount;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            push(value());
        }
        @Nullable Object[] elements = Arrays.copyOfRange(open, first, openCount);
        openCount = first;
        return Collections.unmodifiableList(Arrays.asList(elements));
    }

    private String text() throws IOException {
        char[] chars = parser.getTextCharacters();
        return texts.get(chars, parser.getTextOffset(), parser.getTextLength());
    }

    private void push(@Nullable Object value) {
        if (openCount == open.length) {
            open = Arrays.copyOf(open, openCount * 2);
        }
        open[openCount++] = value;
    }

    private static Number integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> parser.getLongValue();
            default -> parser.getBigIntegerValue();
        };
    }

    private static Number decimal(JsonParser parser) throws IOException {
        char[] chars = parser.getTextCharacters();
        int start = parser.getTextOffset();
        int length = parser.getTextLength();
        double value = PlainDecimal.parse(chars, start, length);
        if (!Double.isNaN(value)) {
            return value;
        }
        value = Double.parseDouble(new String(chars, start, length));
        return Double.isInfinite(value) ? parser.getDecimalValue() : (Number) value;
    }
}
