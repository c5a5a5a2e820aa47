package dev.sentryai.telemetry.rules.subject.content;

import dev.sentryai.telemetry.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands where a part of a message, or of instructions, should. Used by one thread. */
public final class PartSubject {

    private final @Nullable MessageSubject message;
    private final int index;
    private final @Nullable Object value;

    private PartSubject(@Nullable MessageSubject message, int index, @Nullable Object value) {
        this.message = message;
        this.index = index;
        this.value = value;
    }

    static List<PartSubject> allOf(@Nullable MessageSubject message, List<?> values) {
        List<PartSubject> parts = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            parts.add(new PartSubject(message, i, values.get(i)));
        }
        return parts;
    }

    /** JSON pointer to the part in its attribute. */
    public String pointer() {
        return message == null ? "/" + index : message.pointer() + "/parts/" + index;
    }

    public boolean isObject() {
        return value instanceof JsonObject;
    }

    /** The part; empty if it is no object. */
    public JsonObject object() {
        return value instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    /** Null if absent or no text. */
    public @Nullable String type() {
        return object().text("type");
    }

    public boolean isOfType(String type) {
        return type.equals(type());
    }

    /** What is said in a part of text; null if nothing is. */
    public @Nullable String content() {
        String content = object().text("content");
        return content == null ? object().text("text") : content;
    }
}
