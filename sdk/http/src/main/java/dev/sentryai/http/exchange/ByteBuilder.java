package dev.sentryai.http.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;

/** Collects bytes up to a limit; beyond it everything is forgotten. */
final class ByteBuilder {

    private static final int FIRST_CAPACITY = 512;

    private final int maxBytes;
    private byte[] bytes = new byte[0];
    private int length;
    private boolean isOverfull;

    ByteBuilder(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Takes everything that remains. */
    void append(ByteBuffer part) {
        int added = part.remaining();
        if (isOverfull || added > maxBytes - length) {
            clear();
            isOverfull = true;
            return;
        }
        grow(length + added);
        part.get(bytes, length, added);
        length += added;
    }

    private void grow(int needed) {
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, Math.max(FIRST_CAPACITY, bytes.length * 2)));
        }
    }

    boolean isOverfull() {
        return isOverfull;
    }

    /** Bytes that the charset does not know become U+FFFD. */
    String toString(Charset charset) {
        return new String(bytes, 0, length, charset);
    }

    /** Forgets everything and starts anew. */
    void clear() {
        length = 0;
        bytes = new byte[0];
        isOverfull = false;
    }
}
