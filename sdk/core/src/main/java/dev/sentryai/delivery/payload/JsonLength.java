package dev.sentryai.delivery.payload;

import java.util.Arrays;
import java.util.List;

/** How many bytes {@link JsonBytes} takes for what it writes, found out without writing. */
final class JsonLength {

    private static final int SECONDS_DECIMALS = 6;
    private static final int MOST_DIGITS = 19;

    private static final boolean[] PLAIN = plain();

    private JsonLength() {}

    private static boolean[] plain() {
        boolean[] plain = new boolean[0x7F];
        Arrays.fill(plain, ' ', plain.length, true);
        plain['"'] = false;
        plain['\\'] = false;
        return plain;
    }

    /** @param value String, Boolean, Long, finite Double, or a List of one of those */
    static int of(Object value) {
        if (value instanceof String text) {
            return ofString(text);
        }
        if (value instanceof Long number && number >= 0) {
            return ofDigits(number);
        }
        return value instanceof List<?> list ? ofArray(list) : value.toString().length();
    }

    /** Returns the length of text with its quotes. */
    static int ofString(String text) {
        int length = text.length();
        int bytes = length + 2;
        int i = endOfPlain(text, 0);
        while (i < length) {
            int codePoint = text.codePointAt(i);
            int chars = Character.charCount(codePoint);
            bytes += ofSpecial(codePoint) - chars;
            i = endOfPlain(text, i + chars);
        }
        return bytes;
    }

    /** Returns the length of an attribute's key with its quotes. */
    static int ofKey(String key) {
        return PlainKeys.contains(key) ? key.length() + 2 : ofString(key);
    }

    /** Returns where the characters end that JSON has as they are, in one byte each. */
    static int endOfPlain(String text, int start) {
        int length = text.length();
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c >= PLAIN.length || !PLAIN[c]) {
                return i;
            }
        }
        return length;
    }

    private static int ofSpecial(int codePoint) {
        return switch (codePoint) {
            case '"', '\\', '\b', '\f', '\n', '\r', '\t' -> 2;
            default -> codePoint < ' ' ? "\\u0000".length() : ofUtf8(codePoint);
        };
    }

    /** A lone surrogate is replaced by a character of as many bytes as it would take itself. */
    private static int ofUtf8(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    /** @param micros not negative */
    static int ofSeconds(long micros) {
        return ofDigits(micros / JsonBytes.MICROS_PER_SECOND) + 1 + SECONDS_DECIMALS;
    }

    /** @param number not negative */
    static int ofDigits(long number) {
        int digits = 1;
        for (long power = 10; power <= number && digits < MOST_DIGITS; power *= 10) {
            digits++;
        }
        return digits;
    }

    private static int ofArray(List<?> values) {
        int bytes = 2 + Math.max(0, values.size() - 1);
        for (Object value : values) {
            bytes += of(value);
        }
        return bytes;
    }
}
