package dev.sentryai.delivery;

import java.util.List;

/** How many bytes {@link JsonBytes} takes for what it writes, found out without writing. */
final class JsonLength {

    private static final int SECONDS_DECIMALS = 6;

    private JsonLength() {}

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
        int bytes = text.length() + 2;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
                i++;
            } else {
                int codePoint = text.codePointAt(i);
                int chars = Character.charCount(codePoint);
                bytes += ofSpecial(codePoint) - chars;
                i += chars;
            }
        }
        return bytes;
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
        for (long rest = number / 10; rest > 0; rest /= 10) {
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
