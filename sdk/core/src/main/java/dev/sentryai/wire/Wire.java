package dev.sentryai.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place in a request or response, addressed by the names that it has on the wire. Where there is nothing, or something else than
 * asked for, it answers as if empty, so that a server which leaves fields out cannot make a reader fail. Fields are read one by one:
 * nothing is serialised but what is asked for. Immutable.
 */
public final class Wire {

    private static final Wire NOTHING = new Wire(WireModels.PLAIN, null);

    private final WireModels models;

    /** Null, a string, number, boolean or list, a map with string keys, or one of the library's models. */
    private final @Nullable Object value;

    private Wire(WireModels models, @Nullable Object value) {
        this.models = models;
        this.value = value;
    }

    /** Returns a view of nothing. */
    public static Wire nothing() {
        return NOTHING;
    }

    /**
     * Returns a view of plain JSON.
     *
     * @param value a string, number, boolean, list, or map with string keys; null and everything else is nothing
     */
    public static Wire of(@Nullable Object value) {
        return of(WireModels.PLAIN, value);
    }

    /**
     * Returns a view of anything that a library has in its requests and responses.
     *
     * @param models knows the library
     * @param value null is nothing
     */
    public static Wire of(WireModels models, @Nullable Object value) {
        if (value instanceof Wire wire) {
            return wire;
        }
        Object readable = value == null ? null : models.unwrap(value);
        return readable == null ? NOTHING : new Wire(models, readable);
    }

    private Wire child(@Nullable Object member) {
        return of(models, member);
    }

    /** Returns what an object has under a name. */
    public Wire get(String name) {
        if (value instanceof Map<?, ?> map) {
            return child(map.get(name));
        }
        return value == null || isScalar() || value instanceof List<?> ? NOTHING : child(models.field(value, name));
    }

    private boolean isScalar() {
        return value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
    }

    /** Tells whether there is anything. */
    public boolean isPresent() {
        return value != null;
    }

    /** Tells whether there is a list. */
    public boolean isList() {
        return value instanceof List<?>;
    }

    /** Returns the string here, else null. */
    public @Nullable String text() {
        return value instanceof CharSequence text ? text.toString() : null;
    }

    /** Returns the string here unless it is empty, else null: some servers send empty ids and models in their first chunk. */
    public @Nullable String word() {
        return textOrEmpty().isEmpty() ? null : text();
    }

    /** Returns the string here, else the empty one. */
    public String textOrEmpty() {
        String text = text();
        return text == null ? "" : text;
    }

    /** Returns the number here, else null. */
    public @Nullable Number number() {
        return value instanceof Number number ? number : null;
    }

    /** Returns the number here, else another one. */
    public int intOr(int other) {
        return value instanceof Number number ? number.intValue() : other;
    }

    /** Returns the elements of the list here, else none. */
    public List<Wire> items() {
        if (!(value instanceof List<?> list)) {
            return List.of();
        }
        List<Wire> items = new ArrayList<>(list.size());
        for (Object element : list) {
            items.add(child(element));
        }
        return Collections.unmodifiableList(items);
    }

    /** Returns what the map here has, by name and in its order; none if there is none, or one of the library's models. */
    public Map<String, Wire> members() {
        Map<String, Wire> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), child(member)));
        }
        return members;
    }

    /** Returns everything here as maps with string keys, lists, strings, numbers and booleans; null if there is nothing. */
    public @Nullable Object plain() {
        if (value == null || isScalar()) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> child(element).plain()).collect(Collectors.toList());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((name, member) ->
                    plain.put(String.valueOf(name), child(member).plain()));
            return plain;
        }
        return child(models.plain(value)).plain();
    }
}
