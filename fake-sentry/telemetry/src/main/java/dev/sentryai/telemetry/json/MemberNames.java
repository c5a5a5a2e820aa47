package dev.sentryai.telemetry.json;

import org.jspecify.annotations.Nullable;

/** The names of an object's members in the order of the text, and where each stands. Objects of the same kind share them. Immutable. */
final class MemberNames {

    static final MemberNames NONE = new MemberNames(new String[0]);

    static final int ABSENT = -1;

    /** Up to so many names it is as fast to look at one after the other. */
    private static final int MAX_UNINDEXED = 8;

    private final String[] names;

    /** Open addressing: the number of a name, counted from 1, at the first free place from its hash on; null for few names. */
    private final int @Nullable [] index;

    private final @Nullable String repeated;

    /** Takes the names, and the array itself. */
    MemberNames(String[] names) {
        this.names = names;
        this.index = names.length > MAX_UNINDEXED ? new int[Integer.highestOneBit(names.length) * 4] : null;
        String again = null;
        for (int i = 0; i < names.length; i++) {
            int place = index == null ? scan(i, names[i]) : place(index, names[i]);
            boolean isNew = index == null ? place == ABSENT : index[place] == 0;
            again = isNew ? again : names[i];
            if (index != null && isNew) {
                index[place] = i + 1;
            }
        }
        this.repeated = again;
    }

    int size() {
        return names.length;
    }

    String get(int number) {
        return names[number];
    }

    /** The name that stands twice: the last one if there are several, null if there is none. */
    @Nullable
    String repeated() {
        return repeated;
    }

    /** The number of the name, or {@link #ABSENT}. */
    int find(String name) {
        return index == null ? scan(names.length, name) : index[place(index, name)] - 1;
    }

    private int scan(int count, String name) {
        for (int i = 0; i < count; i++) {
            if (isSame(names[i], name)) {
                return i;
            }
        }
        return ABSENT;
    }

    /** Where the name stands in the index, or would have to. */
    private int place(int[] places, String name) {
        int mask = places.length - 1;
        int hash = name.hashCode();
        int place = (hash ^ (hash >>> 16)) & mask;
        while (places[place] != 0 && !isSame(names[places[place] - 1], name)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** Names differ in their hashes, which they know, or they are nearly always the same object: both is found out without reading them. */
    private static boolean isSame(String known, String name) {
        return known.hashCode() == name.hashCode() && known.equals(name);
    }
}
