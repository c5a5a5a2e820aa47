package dev.sentryai.telemetry.rules.subject.content;

import dev.sentryai.telemetry.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands where a message should. Used by one thread. */
public final class MessageSubject {

    static final int NO_INDEX = -1;

    private final String prefix;
    private final int index;
    private final @Nullable Object value;
    private @Nullable List<PartSubject> parts;

    MessageSubject(String prefix, int index, @Nullable Object value) {
        this.prefix = prefix;
        this.index = index;
        this.value = value;
    }

    /** JSON pointer to the message in its attribute. */
    public String pointer() {
        return index == NO_INDEX ? prefix : prefix + '/' + index;
    }

    public boolean isObject() {
        return value instanceof JsonObject;
    }

    /** The message; empty if it is no object. */
    public JsonObject object() {
        return value instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    /** Null if absent or no text. */
    public @Nullable String role() {
        return object().text("role");
    }

    public boolean hasRole(String role) {
        return role.equals(role());
    }

    /** Empty for messages in the older format, which have content in place of parts. */
    public List<PartSubject> parts() {
        if (parts == null) {
            parts = object().get("parts") instanceof List<?> list ? PartSubject.allOf(this, list) : List.of();
        }
        return parts;
    }
}
