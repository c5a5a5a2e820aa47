package dev.sentryai.telemetry.json;

import org.jspecify.annotations.Nullable;

/**
 * The short texts that were read last. Telemetry says the same again and again (types, ids of the trace, models), and a text that is
 * found here is neither made nor hashed again. Used by one thread.
 */
final class RecentTexts {

    private static final ThreadLocal<RecentTexts> OF_THREAD = ThreadLocal.withInitial(RecentTexts::new);

    /** Longer ones are not the same again, and would be kept for too long. */
    private static final int MAX_LENGTH = 40;

    private static final int SIZE = 512;

    private final @Nullable String[] texts = new String[SIZE];

    private RecentTexts() {}

    static RecentTexts ofThread() {
        return OF_THREAD.get();
    }

    String get(char[] chars, int start, int length) {
        if (length == 0 || length > MAX_LENGTH) {
            return new String(chars, start, length);
        }
        int place = place(chars, start, length);
        String recent = texts[place];
        if (recent == null || !isSame(recent, chars, start, length)) {
            recent = new String(chars, start, length);
            texts[place] = recent;
        }
        return recent;
    }

    private static int place(char[] chars, int start, int length) {
        int last = start + length - 1;
        int hash = length + 31 * chars[start] + 131 * chars[last] + 1031 * chars[start + length / 2];
        return (hash ^ (hash >>> 9)) & (SIZE - 1);
    }

    private static boolean isSame(String text, char[] chars, int start, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }
}
