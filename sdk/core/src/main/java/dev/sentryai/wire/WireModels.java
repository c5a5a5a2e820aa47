package dev.sentryai.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How {@link Wire} reads the objects that a library has for requests and responses. Thread-safe. */
public interface WireModels {

    /** No objects but strings, numbers, booleans, lists and maps, as JSON readers make them. */
    WireModels PLAIN = new WireModels() {
        @Override
        public @Nullable Object unwrap(Object value) {
            return isPlain(value) ? value : null;
        }

        @Override
        public @Nullable Object field(Object model, String name) {
            return null;
        }

        @Override
        public @Nullable Object plain(Object model) {
            return null;
        }
    };

    /** Returns what stands behind a value: a plain one, a model that has fields, or null if there is nothing to read. */
    @Nullable
    Object unwrap(Object value);

    /**
     * Returns what a model has under a name; null if nothing.
     *
     * @param name as on the wire, such as {@code max_tokens}
     */
    @Nullable
    Object field(Object model, String name);

    /** Returns everything that a model has, in anything that {@link #unwrap} makes plain. */
    @Nullable
    Object plain(Object model);

    /** Tells whether a value is a string, number, boolean, list or map. */
    static boolean isPlain(Object value) {
        return value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof List<?>
                || value instanceof Map<?, ?>;
    }
}
