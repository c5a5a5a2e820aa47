package dev.sentryai.telemetry.json;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
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
    public static final JsonObject EMPTY = new JsonObject(new Object[0], null, 0, null);

    /** Up to so many members it is as fast to look at one after the other. */
    private static final int MAX_UNINDEXED = 8;

    /** Name, value, name, value, and so on. */
    private final @Nullable Object[] members;

    /** Open addressing: the number of a name, counted from 1, at the first free place from its hash on; null for few members. */
    private final int @Nullable [] index;

    private final long offset;
    private final @Nullable String repeated;

    private JsonObject(@Nullable Object[] members, int @Nullable [] index, long offset, @Nullable String repeated) {
        this.members = members;
        this.index = index;
        this.offset = offset;
        this.repeated = repeated;
    }

    /** Takes names and values that alternate in a part of the array. */
    static JsonObject of(@Nullable Object[] pairs, int from, int to, long offset) {
        if (from == to) {
            return new JsonObject(EMPTY.members, null, offset, null);
        }
        @Nullable Object[] members = Arrays.copyOfRange(pairs, from, to);
        int[] index = (to - from) / 2 > MAX_UNINDEXED ? new int[Integer.highestOneBit(to - from) * 2] : null;
        int count = 0;
        String repeated = null;
        for (int i = 0; i < members.length; i += 2) {
            Object name = members[i];
            int grown = put(members, index, count, i);
            repeated = grown == count ? (String) name : repeated;
            count = grown;
        }
        return new JsonObject(repeated == null ? members : Arrays.copyOf(members, count * 2), index, offset, repeated);
    }

    /**
     * Makes an object of plain values.
     *
     * @param members in their order
     * @return an object that stands nowhere: its place is zero
     */
    public static JsonObject of(Map<String, ? extends @Nullable Object> members) {
        List<@Nullable Object> pairs = new ArrayList<>(members.size() * 2);
        members.forEach((name, value) -> {
            pairs.add(name);
            pairs.add(value);
        });
        return of(pairs.toArray(), 0, pairs.size(), 0);
    }

    /** Moves a pair to the end of those before it, or its value to where the name stands already. */
    private static int put(@Nullable Object[] members, int @Nullable [] index, int count, int pair) {
        Object name = members[pair];
        Object value = members[pair + 1];
        int known = index == null ? scan(members, count, name) : find(members, index, name);
        if (known >= 0) {
            members[known * 2 + 1] = value;
            return count;
        }
        if (index != null) {
            index[~known] = count + 1;
        }
        members[count * 2] = name;
        members[count * 2 + 1] = value;
        return count + 1;
    }

    private static int scan(@Nullable Object[] members, int count, @Nullable Object name) {
        for (int i = 0; i < count; i++) {
            if (isSame(members[i * 2], name)) {
                return i;
            }
        }
        return -1;
    }

    /** The number of the name, or the complement of the free place in the index where it would have to stand. */
    private static int find(@Nullable Object[] members, int[] index, @Nullable Object name) {
        int mask = index.length - 1;
        int hash = Objects.hashCode(name);
        int place = (hash ^ (hash >>> 16)) & mask;
        while (index[place] != 0) {
            int candidate = index[place] - 1;
            if (isSame(members[candidate * 2], name)) {
                return candidate;
            }
            place = (place + 1) & mask;
        }
        return ~place;
    }

    private static boolean isSame(@Nullable Object known, @Nullable Object name) {
        return known == name || (known != null && known.hashCode() == Objects.hashCode(name) && known.equals(name));
    }

    /** The number of the member, or something below zero. */
    private int find(@Nullable Object name) {
        return index == null ? scan(members, members.length / 2, name) : find(members, index, name);
    }

    private @Nullable Object value(@Nullable Object name) {
        int number = find(name);
        return number < 0 ? null : members[number * 2 + 1];
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
        @Nullable Object[] flat = members.clone();
        for (int i = 1; i < flat.length; i += 2) {
            if (flat[i] instanceof JsonObject wrapper) {
                flat[i] = wrapper.value(name);
            }
        }
        return new JsonObject(flat, index, offset, repeated);
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
        List<@Nullable Object> both = new ArrayList<>(Arrays.asList(members));
        other.forEach((name, value) -> {
            if (!containsKey(name)) {
                both.add(name);
                both.add(value);
            }
        });
        return of(both.toArray(), 0, both.size(), offset);
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
        return members.length / 2;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        for (int i = 0; i < members.length; i += 2) {
            action.accept(nameAt(i), members[i + 1]);
        }
    }

    /** The values, in the order of the text. */
    @Override
    public Collection<@Nullable Object> values() {
        return new AbstractList<>() {
            @Override
            public @Nullable Object get(int index) {
                return members[Objects.checkIndex(index, size()) * 2 + 1];
            }

            @Override
            public int size() {
                return members.length / 2;
            }
        };
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
    }

    private String nameAt(int place) {
        return (String) Objects.requireNonNull(members[place]);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return value(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return find(name) >= 0;
    }

    /** The members as a set that can not be changed. */
    private final class Entries extends AbstractSet<Entry<String, @Nullable Object>> {

        @Override
        public int size() {
            return members.length / 2;
        }

        @Override
        public Iterator<Entry<String, @Nullable Object>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < members.length;
                }

                @Override
                public Entry<String, @Nullable Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    next += 2;
                    return new SimpleImmutableEntry<>(nameAt(next - 2), members[next - 1]);
                }
            };
        }
    }
}
