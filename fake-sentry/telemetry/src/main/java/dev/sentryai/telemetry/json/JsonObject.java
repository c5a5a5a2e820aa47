package dev.sentryai.telemetry.json;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that knows where it stood. Immutable; members are in the order of the text. Where a name stands twice the
 * last value wins, as in most readers of JSON.
 */
public final class JsonObject extends AbstractMap<String, @Nullable Object> {

    /** An object without members. */
    public static final JsonObject EMPTY = new JsonObject(Map.of(), 0, null);

    private final Map<String, @Nullable Object> members;
    private final long offset;
    private final @Nullable String repeated;

    JsonObject(Map<String, @Nullable Object> members, long offset, @Nullable String repeated) {
        this.members = Collections.unmodifiableMap(members);
        this.offset = offset;
        this.repeated = repeated;
    }

    /**
     * The place of the opening brace.
     *
     * @return bytes (when bytes were read) or characters (when a string was read) from the start of the text that was read
     */
    public long offset() {
        return offset;
    }

    /**
     * The name that stands twice, which other readers of JSON may understand in another way.
     *
     * @return the last one if there are several, null if there is none
     */
    public @Nullable String repeated() {
        return repeated;
    }

    /**
     * The member with that name if it is a string.
     *
     * @param name the member's name
     * @return empty if the member is absent or of another type
     */
    public Optional<String> string(String name) {
        return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /**
     * The member with that name if it is a string, for where absence is a value of its own.
     *
     * @param name the member's name
     * @return null if the member is absent or of another type
     */
    public @Nullable String text(String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    /**
     * The member with that name if it is an object.
     *
     * @param name the member's name
     * @return an empty object if the member is absent or of another type
     */
    public JsonObject object(String name) {
        return members.get(name) instanceof JsonObject object ? object : EMPTY;
    }

    /**
     * The member with that name if it is an array.
     *
     * @param name the member's name
     * @return an empty list if the member is absent or of another type
     */
    public List<?> array(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return members.entrySet();
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return members.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return members.containsKey(name);
    }
}
