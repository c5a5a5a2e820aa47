package dev.sentryai.delivery.payload;

import java.util.Arrays;
import java.util.List;

/** JSON text as it grows, in UTF-8. Not thread-safe. */
final class JsonBytes {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    /** As an escape, such as {@code \\u001f}. */
    private static final int MAX_BYTES_OF_CHARACTER = 6;

    static final long MICROS_PER_SECOND = 1_000_000;
    private static final int REPLACEMENT = 0xFFFD;

    private byte[] bytes;
    private int length;

    /** @param expected how many bytes there will be; when that is right none of them is ever copied */
    JsonBytes(int expected) {
        bytes = new byte[expected];
    }

    /** Returns what was written, and must not be written to any more. */
    byte[] toByteArray() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** Returns how many bytes were written. */
    int length() {
        return length;
    }

    /** Writes ASCII text as it is. */
    @SuppressWarnings("deprecation") // the low bytes are what ASCII is in UTF-8
    JsonBytes raw(String ascii) {
        int count = ascii.length();
        ensureRoom(count);
        ascii.getBytes(0, count, bytes, length);
        length += count;
        return this;
    }

    /** Writes a number of seconds; not negative. */
    JsonBytes seconds(long micros) {
        return digits(micros / MICROS_PER_SECOND, 1).raw(".").digits(micros % MICROS_PER_SECOND, 6);
    }

    private JsonBytes digits(long number, int atLeast) {
        int count = Math.max(atLeast, JsonLength.ofDigits(number));
        ensureRoom(count);
        int end = length + count;
        long rest = number;
        for (int i = end - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length = end;
        return this;
    }

    /** @param value String, Boolean, Long, finite Double, or a List of one of those */
    JsonBytes value(Object value) {
        if (value instanceof String text) {
            return string(text);
        }
        if (value instanceof Long number && number >= 0) {
            return digits(number, 1);
        }
        return value instanceof List<?> list ? array(list) : raw(value.toString());
    }

    private JsonBytes array(List<?> values) {
        raw("[");
        String separator = "";
        for (Object value : values) {
            raw(separator).value(value);
            separator = ",";
        }
        return raw("]");
    }

    /** Writes text in quotes. Lone surrogates, which UTF-8 does not have, become U+FFFD. */
    JsonBytes string(String text) {
        ensureRoom(text.length() + 2);
        bytes[length++] = '"';
        int i = plain(text, 0);
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            // most characters take one byte, so there is room for what is left unless this one takes more
            ensureRoom(MAX_BYTES_OF_CHARACTER + text.length() - i + 1);
            special(codePoint);
            i = plain(text, i);
        }
        return raw("\"");
    }

    /** Writes an attribute's key in quotes. */
    JsonBytes key(String key) {
        return PlainKeys.contains(key) ? raw("\"").raw(key).raw("\"") : string(key);
    }

    /** Writes characters for which there is room, as far as JSON has them as they are, and returns where that ends. */
    @SuppressWarnings("deprecation") // the low bytes are what ASCII is in UTF-8
    private int plain(String text, int start) {
        int end = JsonLength.endOfPlain(text, start);
        text.getBytes(start, end, bytes, length);
        length += end - start;
        return end;
    }

    private void special(int codePoint) {
        switch (codePoint) {
            case '"', '\\' -> raw("\\").put(codePoint);
            case '\b' -> raw("\\b");
            case '\f' -> raw("\\f");
            case '\n' -> raw("\\n");
            case '\r' -> raw("\\r");
            case '\t' -> raw("\\t");
            default -> other(codePoint);
        }
    }

    private void other(int codePoint) {
        if (codePoint < ' ') {
            raw("\\u00").put(HEX[codePoint >> 4]).put(HEX[codePoint & 0xF]);
        } else if (codePoint < 0x80) {
            put(codePoint);
        } else if (codePoint < 0x800) {
            put(0xC0 | (codePoint >> 6)).continued(codePoint);
        } else if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            other(REPLACEMENT);
        } else if (codePoint < 0x10000) {
            put(0xE0 | (codePoint >> 12)).continued(codePoint >> 6).continued(codePoint);
        } else {
            put(0xF0 | (codePoint >> 18))
                    .continued(codePoint >> 12)
                    .continued(codePoint >> 6)
                    .continued(codePoint);
        }
    }

    private JsonBytes continued(int bits) {
        return put(0x80 | (bits & 0x3F));
    }

    private JsonBytes put(int octet) {
        bytes[length++] = (byte) octet;
        return this;
    }

    private void ensureRoom(int count) {
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
        }
    }
}
