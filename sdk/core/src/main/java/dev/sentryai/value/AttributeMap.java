package dev.sentryai.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a span in the order in which they were set. A span has some dozens, which in an array take a fifth
 * of the memory that a {@link java.util.LinkedHashMap} takes and are found as fast; when there are more, an index finds
 * them. Neither keys nor values are null. Not thread-safe.
 */
public final class AttributeMap extends AbstractMap<String, Object> {

    /** What is found by looking at all. */
    private static final int FEW = 48;

    /** Each key is followed by its value. */
    private Object[] cells;

    private int size;
    private @Nullable Map<String, Integer> index;

    /** @param expected how many attributes there will probably be */
    public AttributeMap(int expected) {
        cells = new Object[2 * expected];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        int at = find(key);
        return at < 0 ? null : cells[at + 1];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(key) >= 0;
    }

    @Override
    public @Nullable Object put(String key, Object value) {
        Objects.requireNonNull(value, "value");
        int at = find(key);
        if (at < 0) {
            append(key, value);
            return null;
        }
        Object former = cells[at + 1];
        cells[at + 1] = value;
        return former;
    }

    @Override
    public @Nullable Object putIfAbsent(String key, Object value) {
        Objects.requireNonNull(value, "value");
        int at = find(key);
        if (at >= 0) {
            return cells[at + 1];
        }
        append(key, value);
        return null;
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        int at = find(key);
        if (at < 0) {
            return null;
        }
        Object former = cells[at + 1];
        System.arraycopy(cells, at + 2, cells, at, 2 * size - at - 2);
        size--;
        Arrays.fill(cells, 2 * size, 2 * size + 2, null);
        index = null;
        return former;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        for (int at = 0; at < 2 * size; at += 2) {
            action.accept((String) cells[at], cells[at + 1]);
        }
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new Entries();
    }

    private void append(String key, Object value) {
        Objects.requireNonNull(key, "key");
        if (2 * size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * Math.max(size + 4, size * 2));
        }
        cells[2 * size] = key;
        cells[2 * size + 1] = value;
        if (index != null) {
            index.put(key, 2 * size);
        }
        size++;
    }

    private int find(@Nullable Object key) {
        if (size > FEW) {
            return index().getOrDefault(key, -1);
        }
        if (key == null) {
            return -1;
        }
        // text keeps its hash code, so most keys are told apart without a look at their characters
        int hash = key.hashCode();
        for (int at = 0; at < 2 * size; at += 2) {
            String candidate = (String) cells[at];
            if (candidate.hashCode() == hash && candidate.equals(key)) {
                return at;
            }
        }
        return -1;
    }

    private Map<String, Integer> index() {
        Map<String, Integer> known = index;
        if (known == null) {
            known = new HashMap<>(4 * size);
            for (int at = 0; at < 2 * size; at += 2) {
                known.put((String) cells[at], at);
            }
            index = known;
        }
        return known;
    }

    private final class Entries extends AbstractSet<Entry<String, Object>> {

        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Entry<String, Object>> iterator() {
            return new EntryIterator();
        }
    }

    private final class EntryIterator implements Iterator<Entry<String, Object>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Entry<String, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int at = 2 * next++;
            return new SimpleImmutableEntry<>((String) cells[at], cells[at + 1]);
        }

        @Override
        public void remove() {
            if (next == 0) {
                throw new IllegalStateException("nothing was read");
            }
            AttributeMap.this.remove(cells[2 * --next]);
        }
    }
}
