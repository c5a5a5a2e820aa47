package dev.sentryai.telemetry.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that knows where it stood. Immutable; members are in the order of the text. Where a name stands twice the
 * last value wins, as in most readers of JSON.
 */
public final class JsonObject extends AbstractMap<String, @Nullable Object> {

    /** An object without members. */
    public static final JsonObject EMPTY = new JsonObject(MemberNames.NONE, new Object[0], 0, null);

    private final MemberNames names;
    private final @Nullable Object[] values;
    private final int offset;
    private final @Nullable String repeated;

    private JsonObject(MemberNames names, @Nullable Object[] values, int offset, @Nullable String repeated) {
        this.names = names;
        this.values = values;
        this.offset = offset;
        this.repeated = repeated;
    }

    /** Takes names none of which stands twice, and an array of as many values. */
    static JsonObject of(MemberNames names, @Nullable Object[] values, int offset) {
        return new JsonObject(names, values, offset, null);
    }

    /** Takes names, of which some may stand twice, and as many values. */
    static JsonObject of(List<String> names, List<@Nullable Object> values, int offset) {
        MemberNames all = new MemberNames(names.toArray(String[]::new));
        return all.repeated() == null
                ? of(all, values.toArray(), offset)
                : merged(names, values, offset, all.repeated());
    }

    private static JsonObject merged(
            List<String> names, List<@Nullable Object> values, int offset, @Nullable String repeated) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            members.put(names.get(i), values.get(i));
        }
        MemberNames distinct = new MemberNames(members.keySet().toArray(String[]::new));
        return new JsonObject(distinct, members.values().toArray(), offset, repeated);
    }

    /**
     * Makes an object of plain values.
     *
     * @param members in their order
     * @return an object that stands nowhere: its place is zero
     */
    public static JsonObject of(Map<String, ? extends @Nullable Object> members) {
        return of(List.copyOf(members.keySet()), new ArrayList<>(members.values()), 0);
    }

    private @Nullable Object value(String name) {
        int number = names.find(name);
        return number == MemberNames.ABSENT ? null : values[number];
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
     * An object of the same names in which every value that is an object is replaced by that object's member of the given name.
     *
     * @param name the name of a member, for example {@code value} where values are wrapped together with their type
     * @return the flat object, at the same place
     */
    public JsonObject unwrapped(String name) {
        @Nullable Object[] flat = values.clone();
        for (int i = 0; i < flat.length; i++) {
            if (flat[i] instanceof JsonObject wrapper) {
                flat[i] = wrapper.value(name);
            }
        }
        return new JsonObject(names, flat, offset, repeated);
    }

    /**
     * This object and those members of the other one whose names it lacks.
     *
     * @param other less important
     * @return both, at the place of this one
     */
    public JsonObject plus(JsonObject other) {
        if (other.isEmpty()) {
            return this;
        }
        List<String> bothNames = new ArrayList<>(keySet());
        List<@Nullable Object> bothValues = new ArrayList<>(Arrays.asList(values));
        other.forEach((name, value) -> {
            if (!containsKey(name)) {
                bothNames.add(name);
                bothValues.add(value);
            }
        });
        return of(bothNames, bothValues, offset);
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
     * The member with that name if it is a string.
     *
     * @param name the member's name
     * @return empty if the member is absent or of another type
     */
    public Optional<String> string(String name) {
        return value(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /**
     * The member with that name if it is a string, for where absence is a value of its own.
     *
     * @param name the member's name
     * @return null if the member is absent or of another type
     */
    public @Nullable String text(String name) {
        return value(name) instanceof String text ? text : null;
    }

    /**
     * The member with that name if it is an object.
     *
     * @param name the member's name
     * @return an empty object if the member is absent or of another type
     */
    public JsonObject object(String name) {
        return value(name) instanceof JsonObject object ? object : EMPTY;
    }

    /**
     * The member with that name if it is an array.
     *
     * @param name the member's name
     * @return an empty list if the member is absent or of another type
     */
    public List<?> array(String name) {
        return value(name) instanceof List<?> list ? list : List.of();
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        for (int i = 0; i < values.length; i++) {
            action.accept(names.get(i), values[i]);
        }
    }

    /** The values, in the order of the text. */
    @Override
    public Collection<@Nullable Object> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return name instanceof String text ? value(text) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && names.find(text) != MemberNames.ABSENT;
    }

    /** The members as a set that can not be changed. */
    private final class Entries extends AbstractSet<Entry<String, @Nullable Object>> {

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public Iterator<Entry<String, @Nullable Object>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < values.length;
                }

                @Override
                public Entry<String, @Nullable Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int number = next++;
                    return new SimpleImmutableEntry<>(names.get(number), values[number]);
                }
            };
        }
    }
}
