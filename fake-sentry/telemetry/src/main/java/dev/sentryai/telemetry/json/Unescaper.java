package dev.sentryai.telemetry.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Replaces the escapes of a string. Used by one thread. */
final class Unescaper {

    /** How long {@code \}{@code u0000} is. */
    private static final int UNIT = 6;

    private byte[] target = new byte[0];
    private int length;

    /** The string whose text lies between the indexes; null if another parser has to judge it. */
    @Nullable
    String read(byte[] bytes, int from, int to) {
        if (target.length < to - from) {
            target = new byte[Math.max(1024, to - from)];
        }
        length = 0;
        int i = from;
        while (i < to) {
            int backslash = i;
            while (backslash < to && bytes[backslash] != '\\') {
                backslash++;
            }
            System.arraycopy(bytes, i, target, length, backslash - i);
            length += backslash - i;
            i = backslash == to ? to : replace(bytes, backslash, to);
            if (i < 0) {
                return null;
            }
        }
        return new String(target, 0, length, UTF_8);
    }

    /** Returns the index behind the escape; -1 if it is none that can be read here. */
    private int replace(byte[] bytes, int backslash, int to) {
        byte kind = bytes[backslash + 1];
        if (kind == 'u') {
            return replaceUnit(bytes, backslash, to);
        }
        int replacement = "bfnrt\"\\/".indexOf(kind);
        if (replacement < 0) {
            return -1;
        }
        target[length++] = (byte) "\b\f\n\r\t\"\\/".charAt(replacement);
        return backslash + 2;
    }

    private int replaceUnit(byte[] bytes, int backslash, int to) {
        int unit = unit(bytes, backslash, to);
        if (unit < 0 || Character.isLowSurrogate((char) unit)) {
            return -1;
        }
        if (!Character.isHighSurrogate((char) unit)) {
            length = Utf8.write(unit, target, length);
            return backslash + UNIT;
        }
        int low = unit(bytes, backslash + UNIT, to);
        if (low < 0 || !Character.isLowSurrogate((char) low)) {
            return -1;
        }
        length = Utf8.write(Character.toCodePoint((char) unit, (char) low), target, length);
        return backslash + 2 * UNIT;
    }

    /** The UTF-16 unit of the escape at that index; -1 if there is none. */
    private static int unit(byte[] bytes, int backslash, int to) {
        if (to - backslash < UNIT || bytes[backslash] != '\\' || bytes[backslash + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = backslash + 2; i < backslash + UNIT; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
