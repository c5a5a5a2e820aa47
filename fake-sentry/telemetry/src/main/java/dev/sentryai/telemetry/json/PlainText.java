package dev.sentryai.telemetry.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Reads the texts of {@link PlainJson}. */
final class PlainText {

    /** Longer texts are read by the thorough reader, which needs less memory for them. */
    static final int MAX_LENGTH = 1024 * 1024;

    private static final int USUAL_CAPACITY = 16 * 1024;
    private static final int HEX_DIGITS = 4;
    private static final int UNUSUAL = -1;

    /** What decoders put in place of what is no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final RecentTexts recent = new RecentTexts();

    /** A text without its escapes, in UTF-8. */
    private byte[] decoded = new byte[USUAL_CAPACITY / 16];

    private int length;
    private boolean isAscii;
    private int end;
    private int surplus;

    /** Whether the byte stands for itself, and alone. */
    static boolean isPlain(byte value) {
        return value >= ' ' && value != '"' && value != '\\';
    }

    /** Begins to count anew. */
    void start() {
        surplus = 0;
        if (decoded.length > USUAL_CAPACITY) {
            decoded = new byte[USUAL_CAPACITY / 16];
        }
    }

    /** By how many the texts that were read since the start have more bytes than characters. */
    int surplus() {
        return surplus;
    }

    /** Behind the quotation mark that ends the text that was read last. */
    int end() {
        return end;
    }

    /** The text that begins there, behind its quotation mark, or {@link PlainJson#UNUSUAL}. */
    Object read(byte[] bytes, int start, int limit) {
        int next = endOfPlain(bytes, start, limit);
        if (next < limit && bytes[next] == '"') {
            end = next + 1;
            return recent.get(bytes, start, next);
        }
        return decode(bytes, start, (int) Math.min(limit, start + (long) MAX_LENGTH));
    }

    private static int endOfPlain(byte[] bytes, int start, int limit) {
        int next = start;
        while (next < limit && isPlain(bytes[next])) {
            next++;
        }
        return next;
    }

    /** The same for a text with escapes or characters beyond ASCII. */
    private Object decode(byte[] bytes, int start, int limit) {
        length = 0;
        isAscii = true;
        int next = start;
        while (next != UNUSUAL) {
            int plain = endOfPlain(bytes, next, limit);
            append(bytes, next, plain);
            if (plain == limit) {
                break;
            }
            byte value = bytes[plain];
            if (value == '"') {
                end = plain + 1;
                return decoded();
            }
            next = value == '\\' ? unescape(bytes, plain + 1, limit) : take(value) ? plain + 1 : UNUSUAL;
        }
        return PlainJson.UNUSUAL;
    }

    private Object decoded() {
        if (isAscii) {
            return recent.get(decoded, 0, length);
        }
        String text = new String(decoded, 0, length, UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : PlainJson.UNUSUAL;
    }

    /** Takes a byte as it is; false if it may not stand in a text. */
    private boolean take(byte value) {
        if (value < 0) {
            isAscii = false;
            surplus += surplus(value);
        }
        append(value);
        return value < 0 || value >= ' ';
    }

    /** One for each byte that continues a character, less one where a character of four bytes begins, which Java has as two. */
    private static int surplus(byte value) {
        return (value & 0xC0) == 0x80 ? 1 : (value & 0xF8) == 0xF0 ? -1 : 0;
    }

    /** Takes what is escaped there; returns what follows it. */
    private int unescape(byte[] bytes, int at, int limit) {
        byte escaped = at < limit ? bytes[at] : 0;
        switch (escaped) {
            case '"', '\\', '/' -> append(escaped);
            case 'n' -> append((byte) '\n');
            case 't' -> append((byte) '\t');
            case 'r' -> append((byte) '\r');
            case 'b' -> append((byte) '\b');
            case 'f' -> append((byte) '\f');
            case 'u' -> {
                return unescapeUnicode(bytes, at + 1, limit);
            }
            default -> {
                return UNUSUAL;
            }
        }
        return at + 1;
    }

    private int unescapeUnicode(byte[] bytes, int at, int limit) {
        int next = at + HEX_DIGITS;
        int character = hex(bytes, at, limit);
        if (character != UNUSUAL && Character.isSurrogate((char) character)) {
            int low = next + 1 < limit && bytes[next] == '\\' && bytes[next + 1] == 'u'
                    ? hex(bytes, next + 2, limit)
                    : UNUSUAL;
            boolean isPair = low != UNUSUAL && Character.isSurrogatePair((char) character, (char) low);
            character = isPair ? Character.toCodePoint((char) character, (char) low) : UNUSUAL;
            next += 2 + HEX_DIGITS;
        }
        if (character == UNUSUAL) {
            return UNUSUAL;
        }
        for (byte value : Character.toString(character).getBytes(UTF_8)) {
            isAscii &= value >= 0;
            append(value);
        }
        return next;
    }

    private static int hex(byte[] bytes, int at, int limit) {
        int value = 0;
        for (int i = at; i < at + HEX_DIGITS; i++) {
            int digit = i < limit ? Character.digit(bytes[i], 16) : -1;
            if (digit < 0) {
                return UNUSUAL;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    private void append(byte value) {
        ensure(length + 1);
        decoded[length++] = value;
    }

    private void append(byte[] bytes, int from, int to) {
        ensure(length + to - from);
        System.arraycopy(bytes, from, decoded, length, to - from);
        length += to - from;
    }

    private void ensure(int capacity) {
        if (capacity > decoded.length) {
            decoded = Arrays.copyOf(decoded, Math.max(capacity, decoded.length * 2));
        }
    }
}
