package dev.sentryai.telemetry.json;

import org.jspecify.annotations.Nullable;

/**
 * The names that were read last, alone and in a row: telemetry has the same kinds of objects again and again, and they share their
 * names. Where two fall on the same place the last one stays. Used by one thread.
 */
final class KnownNames {

    private static final int NAMES = 1024;
    private static final int ROWS = 256;

    private final @Nullable KnownName[] names = new KnownName[NAMES];
    private final @Nullable MemberNames[] rows = new MemberNames[ROWS];

    /** The name in a part of the array, which is ASCII. */
    KnownName get(byte[] bytes, int start, int end, int hash) {
        int place = place(hash, NAMES);
        KnownName known = names[place];
        if (known == null || known.hash() != hash || !known.isAt(bytes, start, end)) {
            known = new KnownName(bytes, start, end, hash);
            names[place] = known;
        }
        return known;
    }

    /** The names of an object, which are a part of the array. */
    MemberNames row(KnownName[] read, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + read[i].hash();
        }
        int place = place(hash, ROWS);
        MemberNames row = rows[place];
        if (row == null || !isRow(row, read, from, to)) {
            row = newRow(read, from, to);
            rows[place] = row;
        }
        return row;
    }

    private static boolean isRow(MemberNames row, KnownName[] read, int from, int to) {
        if (row.size() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!row.get(i - from).equals(read[i].text())) {
                return false;
            }
        }
        return true;
    }

    private static MemberNames newRow(KnownName[] read, int from, int to) {
        String[] row = new String[to - from];
        for (int i = from; i < to; i++) {
            row[i - from] = read[i].text();
        }
        return new MemberNames(row);
    }

    private static int place(int hash, int places) {
        return (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (places - 1);
    }
}
