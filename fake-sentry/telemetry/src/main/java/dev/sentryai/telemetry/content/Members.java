package dev.sentryai.telemetry.content;

import dev.sentryai.telemetry.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds members that different providers name differently. */
final class Members {

    private Members() {}

    /** The first of the members that is a string, or null. */
    static @Nullable String text(JsonObject object, String... names) {
        return Stream.of(names)
                .flatMap(name -> object.string(name).stream())
                .findFirst()
                .orElse(null);
    }

    /** The first of the members that is present and not null, or null. */
    static @Nullable Object value(JsonObject object, String... names) {
        for (String name : names) {
            Object value = object.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The first of the members that is an object with members, or else the object itself. */
    static JsonObject nested(JsonObject object, String... names) {
        return Stream.of(names)
                .map(object::object)
                .filter(nested -> !nested.isEmpty())
                .findFirst()
                .orElse(object);
    }

    static Map<String, @Nullable Object> withoutType(JsonObject object) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(object);
        fields.remove("type");
        return fields;
    }
}
