package dev.sentryai.telemetry.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Reads the numbers of {@link PlainJson}. */
final class PlainNumber {

    /** So many digits always fit into 64 bits. */
    private static final int MAX_DIGITS = 18;

    /** Nobody means longer ones, in characters. */
    private static final int MAX_LENGTH = 100;

    /** Powers of ten that are whole numbers of a double. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    /** Up to it every whole number is one of a double. */
    private static final long MAX_EXACT = 1L << 53;

    private byte[] bytes = {};
    private int limit;
    private int end;

    /** All digits that were read, as one number. */
    private long digits;

    /** Behind the number that was read last. */
    int end() {
        return end;
    }

    /** The number that begins there, a Long or Double, or {@link PlainJson#UNUSUAL}. */
    Object read(byte[] source, int start, int sourceEnd) {
        bytes = source;
        limit = sourceEnd;
        end = start;
        digits = 0;
        boolean isNegative = skip('-');
        int first = end;
        int count = readDigits();
        if (count == 0 || count > MAX_DIGITS || (count > 1 && bytes[first] == '0')) {
            return PlainJson.UNUSUAL;
        }
        if (isNext('.') || isNext('e') || isNext('E')) {
            return decimal(start, count);
        }
        return isNegative ? -digits : digits;
    }

    private Object decimal(int start, int wholeDigits) {
        int decimals = 0;
        if (skip('.')) {
            decimals = readDigits();
            if (decimals == 0) {
                return PlainJson.UNUSUAL;
            }
        }
        if (isNext('e') || isNext('E')) {
            return readExponent() ? rounded(start) : PlainJson.UNUSUAL;
        }
        boolean isExact = wholeDigits + decimals <= MAX_DIGITS && digits <= MAX_EXACT && decimals < POWERS.length;
        if (!isExact) {
            return rounded(start);
        }
        // Both parts of the division are exact, so that its result is, too, but for the rounding that every reader
        // does.
        double value = digits / POWERS[decimals];
        return bytes[start] == '-' ? -value : value;
    }

    private boolean readExponent() {
        end++;
        if (!skip('-')) {
            skip('+');
        }
        return readDigits() > 0;
    }

    /** What the JDK makes of the number, which takes several times as long. */
    private Object rounded(int start) {
        if (end - start > MAX_LENGTH) {
            return PlainJson.UNUSUAL;
        }
        double value = Double.parseDouble(new String(bytes, start, end - start, ISO_8859_1));
        return Double.isInfinite(value) ? PlainJson.UNUSUAL : (Object) value;
    }

    /** Returns how many there were. */
    private int readDigits() {
        int next = end;
        long number = digits;
        while (next < limit && bytes[next] >= '0' && bytes[next] <= '9') {
            number = number * 10 + (bytes[next++] - '0');
        }
        int count = next - end;
        digits = number;
        end = next;
        return count;
    }

    private boolean isNext(char expected) {
        return end < limit && bytes[end] == expected;
    }

    private boolean skip(char expected) {
        boolean isNext = isNext(expected);
        end += isNext ? 1 : 0;
        return isNext;
    }
}
