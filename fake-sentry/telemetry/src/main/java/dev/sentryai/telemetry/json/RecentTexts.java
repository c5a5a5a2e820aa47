package dev.sentryai.telemetry.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * The short texts that were read last. Telemetry says the same again and again (types, ids of the trace, models), and a text that is
 * found here is neither made nor hashed again. Used by one thread.
 */
final class RecentTexts {

    /** Longer ones are not the same again, and would be kept for too long. */
    private static final int MAX_LENGTH = 40;

    private static final int SIZE = 512;

    private final String[] texts = new String[SIZE];
    private final byte[][] bytes = new byte[SIZE][];

    RecentTexts() {
        Arrays.fill(texts, "");
        Arrays.fill(bytes, new byte[0]);
    }

    /** The text in a part of the array, which is ASCII. */
    String get(byte[] source, int start, int end) {
        int length = end - start;
        if (length == 0 || length > MAX_LENGTH) {
            return new String(source, start, length, ISO_8859_1);
        }
        int place = place(source, start, end);
        byte[] known = bytes[place];
        if (!Arrays.equals(known, 0, known.length, source, start, end)) {
            bytes[place] = Arrays.copyOfRange(source, start, end);
            texts[place] = new String(source, start, length, ISO_8859_1);
        }
        return texts[place];
    }

    private static int place(byte[] source, int start, int end) {
        int length = end - start;
        int hash = length + 31 * source[start] + 131 * source[end - 1] + 1031 * source[start + length / 2];
        return (hash ^ (hash >>> 9)) & (SIZE - 1);
    }
}
