package dev.sentryai.openai;

import com.openai.core.JsonField;
import com.openai.core.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place in a request or response, addressed by the names that it has on the wire. Where there is nothing, or something else than
 * asked for, it answers as if empty, so that a server which leaves fields out cannot make a reader fail. Fields are read one by one:
 * nothing is serialised but what is asked for, and none of the client's getters, which change from release to release, is named.
 */
final class Wire {

    private static final Wire NOTHING = new Wire(null);

    /** Null, a string, number, boolean or list, a map with string keys, or one of the client's model objects. */
    private final @Nullable Object value;

    private Wire(@Nullable Object value) {
        this.value = value;
    }

    /** Returns a view of anything that the client has in its requests and responses; null is nothing. */
    static Wire of(@Nullable Object value) {
        if (value == null) {
            return NOTHING;
        }
        if (value instanceof Wire wire) {
            return wire;
        }
        if (value instanceof JsonField<?> field) {
            return of(field);
        }
        boolean readable = value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof List<?>
                || value instanceof Map<?, ?>
                || ModelFields.of(value.getClass()).isModel();
        return readable ? new Wire(value) : of(ModelFields.json(value));
    }

    private static Wire of(JsonField<?> field) {
        Optional<?> known = field.asKnown();
        if (known.isPresent()) {
            return of(known.get());
        }
        return of(Optional.<Object>empty()
                .or(field::asString)
                .or(field::asNumber)
                .or(field::asBoolean)
                .or(field::asArray)
                .or(field::asObject)
                .orElse(null));
    }

    /** Returns what an object has under a name. */
    Wire get(String name) {
        if (value instanceof Map<?, ?> map) {
            return of(map.get(name));
        }
        return value == null || isScalar() || value instanceof List<?>
                ? NOTHING
                : of(ModelFields.of(value.getClass()).read(value, name));
    }

    private boolean isScalar() {
        return value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
    }

    boolean isPresent() {
        return value != null;
    }

    boolean isList() {
        return value instanceof List<?>;
    }

    /** Returns the string here, else null. */
    @Nullable
    String text() {
        return value instanceof CharSequence text ? text.toString() : null;
    }

    /** Returns the string here unless it is empty, else null: some servers send empty ids and models in their first chunk. */
    @Nullable
    String word() {
        return textOrEmpty().isEmpty() ? null : text();
    }

    /** Returns the string here, else the empty one. */
    String textOrEmpty() {
        String text = text();
        return text == null ? "" : text;
    }

    /** Returns the number here, else null. */
    @Nullable
    Number number() {
        return value instanceof Number number ? number : null;
    }

    /** Returns the number here, else another one. */
    int intOr(int other) {
        return value instanceof Number number ? number.intValue() : other;
    }

    /** Returns the elements of the list here, else none. */
    List<Wire> items() {
        return value instanceof List<?> list ? list.stream().map(Wire::of).toList() : List.of();
    }

    /** Returns everything here as maps with string keys, lists, strings, numbers and booleans; null if there is nothing. */
    @Nullable
    Object plain() {
        if (value == null || isScalar()) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> of(element).plain()).collect(Collectors.toList());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach(
                    (name, member) -> plain.put(String.valueOf(name), of(member).plain()));
            return plain;
        }
        return of(JsonValue.from(value)).plain();
    }
}
