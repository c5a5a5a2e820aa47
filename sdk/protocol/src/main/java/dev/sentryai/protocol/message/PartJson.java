package dev.sentryai.protocol.message;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a part in wire order: its type first, what is not known left out. */
final class PartJson {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    PartJson(String type) {
        members.put("type", type);
    }

    /** Adds a member even if its value is null. */
    PartJson with(String key, @Nullable Object value) {
        members.put(key, value);
        return this;
    }

    PartJson withKnown(String key, @Nullable Object value) {
        return value == null ? this : with(key, value);
    }

    PartJson withAll(Map<String, ?> fields) {
        members.putAll(fields);
        return this;
    }

    Map<String, @Nullable Object> members() {
        return members;
    }
}
