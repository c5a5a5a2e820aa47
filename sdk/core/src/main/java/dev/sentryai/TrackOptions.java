package dev.sentryai;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tracked piece of work looks like in Sentry. Immutable.
 *
 * <pre>{@code
 * TrackOptions.of("summarise").withTag("tenant", tenant).withData("documents", documents.size())
 * }</pre>
 *
 * @param name of the span, and of the pipeline when there is none around
 * @param op of the span; null for {@code ai.pipeline}, inside of a pipeline for {@code ai.run}
 * @param tags of the span
 * @param data attributes of the span; what no attribute can hold becomes JSON text
 */
public record TrackOptions(String name, @Nullable String op, Map<String, String> tags, Map<String, Object> data) {

    /** Copies the tags and the data. */
    public TrackOptions {
        requireNonNull(name, "name");
        tags = copy(tags);
        data = copy(data);
    }

    /**
     * Makes options with nothing but a name.
     *
     * @param name see {@link #name()}
     */
    public static TrackOptions of(String name) {
        return new TrackOptions(name, null, Map.of(), Map.of());
    }

    /**
     * Returns these options with another op.
     *
     * @param op null for the op that the surroundings give
     */
    public TrackOptions withOp(@Nullable String op) {
        return new TrackOptions(name, op, tags, data);
    }

    /**
     * Returns these options with one more tag.
     *
     * @param value null for no such tag
     */
    public TrackOptions withTag(String key, @Nullable String value) {
        return new TrackOptions(name, op, with(tags, key, value), data);
    }

    /**
     * Returns these options with one more attribute.
     *
     * @param value anything; null for no such attribute
     */
    public TrackOptions withData(String key, @Nullable Object value) {
        return new TrackOptions(name, op, tags, with(data, key, value));
    }

    private static <V> Map<String, V> with(Map<String, V> entries, String key, @Nullable V value) {
        Map<String, V> changed = new LinkedHashMap<>(entries);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return changed;
    }

    private static <V> Map<String, V> copy(Map<String, V> entries) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
