package dev.sentryai.telemetry.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The name of a member as it was read, and which names followed it the last time: most likely they do so again. Used by one thread. */
final class KnownName {

    private final byte[] bytes;
    private final String text;
    private final int hash;

    /** The name that came after this one, in the same object. */
    @Nullable
    KnownName next;

    /** The name that came first in an object under this one. */
    @Nullable
    KnownName first;

    /** Takes a part of the array, which is ASCII. */
    KnownName(byte[] source, int start, int end, int hash) {
        this.bytes = Arrays.copyOfRange(source, start, end);
        this.text =
                new String(bytes, ISO_8859_1).intern(); // as names in code are, so that comparing references finds it
        this.hash = hash;
    }

    String text() {
        return text;
    }

    int hash() {
        return hash;
    }

    int length() {
        return bytes.length;
    }

    boolean isAt(byte[] source, int start, int end) {
        return Arrays.equals(bytes, 0, bytes.length, source, start, end);
    }
}
