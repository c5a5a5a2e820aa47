package dev.sentryai.telemetry.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The names of members that were met before, so that a name is decoded once and not once per span. It holds a fixed number of short
 * names; a new one takes the place of an old one, and so names from outside can not fill the memory. Thread-safe without a lock:
 * whoever misses what another thread has just put down only decodes the name again.
 */
final class Names {

    /** Longer names are no attribute's, and not worth keeping. */
    static final int MAX_LENGTH = 128;

    private static final int SLOTS = 4096;

    private final @Nullable Name[] names = new Name[SLOTS];

    /** The name that these ASCII bytes spell; one and the same string every time, as long as the name is kept. */
    String get(byte[] bytes, int from, int to, long hash) {
        int slot = (int) (hash ^ (hash >>> 20) ^ (hash >>> 40)) & (SLOTS - 1);
        Name known = names[slot];
        if (known != null && known.hash == hash && Arrays.equals(known.ascii, 0, known.ascii.length, bytes, from, to)) {
            return known.text;
        }
        Name name = new Name(Arrays.copyOfRange(bytes, from, to), hash);
        names[slot] = name;
        return name.text;
    }

    private static final class Name {
        private final byte[] ascii;
        private final long hash;
        private final String text;

        Name(byte[] ascii, long hash) {
            this.ascii = ascii;
            this.hash = hash;
            // Interned, so that looking a name up finds the very string that the code says.
            this.text = new String(ascii, StandardCharsets.ISO_8859_1).intern();
        }
    }
}
