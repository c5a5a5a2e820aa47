package dev.sentryai.telemetry.json;

import java.util.Arrays;

/** Reads the texts of {@link PlainJson}. */
final class PlainText {

    /** Longer texts are read by the thorough reader, which needs less memory for them. */
    static final int MAX_LENGTH = 1024 * 1024;

    private static final int FIRST_CAPACITY = 1024;
    private static final int USUAL_CAPACITY = 16 * 1024;
    private static final int HEX_DIGITS = 4;
    private static final int UNUSUAL = -1;

    private final RecentTexts recent = new RecentTexts();

    /** A text without its escapes. */
    private char[] decoded = new char[FIRST_CAPACITY];

    private int length;
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
            decoded = new char[FIRST_CAPACITY];
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
        int next = start;
        while (next < limit && isPlain(bytes[next])) {
            next++;
        }
        if (next < limit && bytes[next] == '"') {
            end = next + 1;
            return recent.get(bytes, start, next);
        }
        return decode(bytes, start, (int) Math.min(limit, start + (long) MAX_LENGTH));
    }

    /** The same for a text with escapes or characters beyond ASCII. */
    private Object decode(byte[] bytes, int start, int limit) {
        length = 0;
        int next = start;
        while (next != UNUSUAL) {
            next = takePlain(bytes, next, limit);
            if (next == limit) {
                break;
            }
            byte value = bytes[next];
            if (value == '"') {
                end = next + 1;
                return new String(decoded, 0, length);
            }
            next = value == '\\'
                    ? unescape(bytes, next + 1, limit)
                    : value < 0 ? takeCharacter(bytes, next, limit) : isPlain(value) ? next : UNUSUAL;
        }
        return PlainJson.UNUSUAL;
    }

    /** Takes plain bytes as they are, as long as there is room; returns what follows them. */
    private int takePlain(byte[] bytes, int start, int limit) {
        char[] target = room();
        int count = length;
        int next = start;
        int last = Math.min(limit, start + target.length - count);
        while (next < last && isPlain(bytes[next])) {
            target[count++] = (char) bytes[next++];
        }
        length = count;
        return next;
    }

    /** Takes a character beyond ASCII; returns what follows it. */
    private int takeCharacter(byte[] bytes, int at, int limit) {
        int size = Utf8.size(bytes[at]);
        int character = at + size <= limit ? Utf8.character(bytes, at, size) : Utf8.BROKEN;
        if (character == Utf8.BROKEN) {
            return UNUSUAL;
        }
        surplus += size - Character.charCount(character);
        if (Character.isSupplementaryCodePoint(character)) {
            append(Character.highSurrogate(character));
            append(Character.lowSurrogate(character));
        } else {
            append((char) character);
        }
        return at + size;
    }

    /** Takes what is escaped there; returns what follows it. */
    private int unescape(byte[] bytes, int at, int limit) {
        byte escaped = at < limit ? bytes[at] : 0;
        switch (escaped) {
            case '"', '\\', '/' -> append((char) escaped);
            case 'n' -> append('\n');
            case 't' -> append('\t');
            case 'r' -> append('\r');
            case 'b' -> append('\b');
            case 'f' -> append('\f');
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
        int value = 0;
        for (int i = at; i < at + HEX_DIGITS; i++) {
            int digit = i < limit ? Character.digit(bytes[i], 16) : -1;
            if (digit < 0) {
                return UNUSUAL;
            }
            value = value * 16 + digit;
        }
        append((char) value);
        return at + HEX_DIGITS;
    }

    private void append(char value) {
        room()[length++] = value;
    }

    private char[] room() {
        if (length == decoded.length) {
            decoded = Arrays.copyOf(decoded, decoded.length * 2);
        }
        return decoded;
    }
}
