package dev.sentryai.telemetry.content;

import dev.sentryai.telemetry.json.JsonReader;
import dev.sentryai.telemetry.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** Attributes hold structured content as JSON text, as a value, or as text that only looks like JSON. */
final class AttributeValue {

    private static final String JSON_STARTS = "[{\"";

    private AttributeValue() {}

    /** The JSON value if the attribute is text that holds one; else the attribute as it is. */
    static @Nullable Object read(@Nullable Object sent) {
        Object value = parse(sent);
        // Some senders encode twice: a JSON string that holds JSON text.
        return sent instanceof String && value instanceof String ? parse(value) : value;
    }

    private static @Nullable Object parse(@Nullable Object value) {
        if (!(value instanceof String text) || !looksLikeJson(text)) {
            return value;
        }
        try {
            return JsonReader.read(text);
        } catch (MalformedJsonException e) {
            return value;
        }
    }

    private static boolean looksLikeJson(String text) {
        String start = text.stripLeading();
        return !start.isEmpty() && JSON_STARTS.indexOf(start.charAt(0)) >= 0;
    }
}
