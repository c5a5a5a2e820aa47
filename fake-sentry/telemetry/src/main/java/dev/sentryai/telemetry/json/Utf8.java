package dev.sentryai.telemetry.json;

/** Characters beyond ASCII in UTF-8, as RFC 3629 has it. */
final class Utf8 {

    /** In place of a character: the bytes are none. */
    static final int BROKEN = -1;

    private static final int CONTINUATION = 0x80;

    /** The smallest character that needs as many bytes. */
    private static final int[] SMALLEST = {0, 0, 0x80, 0x800, 0x10000};

    private Utf8() {}

    /** How many bytes the character has that begins with this one; 1 if none does. */
    static int size(byte first) {
        if ((first & 0xE0) == 0xC0) {
            return 2;
        }
        return (first & 0xF0) == 0xE0 ? 3 : (first & 0xF8) == 0xF0 ? 4 : 1;
    }

    /** The character, or {@link #BROKEN}. */
    static int character(byte[] bytes, int at, int size) {
        if (size == 1) {
            return BROKEN;
        }
        int character = bytes[at] & (0x7F >> size);
        for (int i = at + 1; i < at + size; i++) {
            if ((bytes[i] & 0xC0) != CONTINUATION) {
                return BROKEN;
            }
            character = (character << 6) | (bytes[i] & 0x3F);
        }
        boolean exists = character >= SMALLEST[size]
                && character <= Character.MAX_CODE_POINT
                && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
        return exists ? character : BROKEN;
    }

    /** Whether the text has a UTF-8: half a pair of surrogates has none. */
    static boolean has(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean isPair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!isPair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
