package dev.sentryai.value;

import dev.sentryai.protocol.json.JsonText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies one value into a tree of null, String, Boolean, Long, finite Double, JsonText, List and Map with string keys.
 * Every call into foreign code is guarded, so that a failure costs its own place in the tree and nothing else.
 */
final class PlainTree {

    private static final int MAX_DEPTH = 128;

    private final boolean unpack;
    /** What is open around the current place: meeting one of it again means a circle. */
    private final Deque<Object> path = new ArrayDeque<>(0);

    private int budget = AttributeValue.MAX_CHARS;

    /** @param unpack whether a list of one becomes its element */
    PlainTree(boolean unpack) {
        this.unpack = unpack;
    }

    @Nullable
    Object plain(@Nullable Object value) {
        budget--;
        if (value == null) {
            return null;
        }
        try {
            Optional<Object> leaf = Leaves.plain(value);
            return leaf.isPresent() ? charge(leaf.get()) : nested(value);
        } catch (Throwable failure) { // foreign accessors and iterators may throw whatever they like
            return Structures.failed(failure);
        }
    }

    private Object charge(Object leaf) {
        if (!(leaf instanceof String text)) {
            return leaf;
        }
        String safe = Texts.safe(text, budget);
        budget -= safe.length();
        return safe;
    }

    private @Nullable Object nested(Object value) throws ReflectiveOperationException {
        if (path.stream().anyMatch(outer -> outer == value)) {
            return "<circular reference>";
        }
        if (path.size() >= MAX_DEPTH) {
            return Texts.CUT;
        }
        path.push(value);
        try {
            return structure(value);
        } finally {
            path.pop();
        }
    }

    private @Nullable Object structure(Object value) throws ReflectiveOperationException {
        if (value instanceof JsonText json) {
            budget -= json.text().length();
            return budget < 0 ? Texts.CUT : json;
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof Collection<?> elements) {
            return list(elements.toArray()); // at once: a synchronized collection holds its lock for that, not for
            // iterating
        }
        return plain(Structures.open(value));
    }

    private @Nullable Object list(@Nullable Object[] elements) {
        List<@Nullable Object> plain = new ArrayList<>();
        for (Object element : elements) {
            if (budget <= 0) {
                plain.add(Texts.CUT);
                break;
            }
            plain.add(plain(element));
        }
        return unpack && plain.size() == 1 ? plain.get(0) : plain;
    }

    private Map<String, @Nullable Object> object(Map<?, ?> map) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        try {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (budget <= 0) {
                    plain.put(Texts.CUT, Texts.CUT);
                    break;
                }
                plain.put(key(entry.getKey()), plain(entry.getValue()));
            }
        } catch (Throwable failure) { // such as a concurrent modification; what was read until then stays
            plain.put(Texts.CUT, Structures.failed(failure));
        }
        return plain;
    }

    private String key(@Nullable Object key) {
        if (key == null) {
            return "null";
        }
        return Leaves.plain(key).map(this::charge).map(String::valueOf).orElseGet(() -> Structures.className(key));
    }
}
