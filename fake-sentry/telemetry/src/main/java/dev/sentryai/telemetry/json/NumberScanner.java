package dev.sentryai.telemetry.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

/** Reads the numbers of well-formed JSON. Used by one thread. */
final class NumberScanner {

    /** So many digits fit into 64 bits whatever they are. */
    private static final int SAFE_DIGITS = 18;

    /** Below this, a double holds every whole number. */
    private static final long EXACT = 1L << 53;

    /** The powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    private static final int MAX_LENGTH = 100;

    private final byte[] bytes;
    private final int end;
    private int position;

    /** The digits since {@link #read} began, without sign and point. */
    private long digits;

    NumberScanner(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** Behind what was read last. */
    int position() {
        return position;
    }

    /** The number that begins at that index; null if another parser has to judge it. */
    @Nullable
    Number read(int from) {
        position = from;
        digits = 0;
        boolean negative = at() == '-';
        if (negative) {
            position++;
        }
        boolean zero = at() == '0';
        int whole = digits();
        if (whole == 0 || whole > SAFE_DIGITS || (zero && whole > 1)) {
            return null;
        }
        if (at() == '.') {
            return fraction(from, whole, negative);
        }
        if (isExponent()) {
            return slow(from);
        }
        return negative ? -digits : digits;
    }

    private @Nullable Number fraction(int from, int whole, boolean negative) {
        position++;
        int decimals = digits();
        if (decimals == 0) {
            return null;
        }
        if (isExponent() || whole + decimals > SAFE_DIGITS || digits >= EXACT) {
            return slow(from);
        }
        double value = digits / POWERS[decimals]; // both are exact, so the quotient is the nearest double
        return negative ? -value : value;
    }

    private @Nullable Number slow(int from) {
        if (isExponent()) {
            position++;
            if (at() == '+' || at() == '-') {
                position++;
            }
            if (digits() == 0) {
                return null;
            }
        }
        if (position - from > MAX_LENGTH) {
            return null;
        }
        double value = Double.parseDouble(new String(bytes, from, position - from, ISO_8859_1));
        return Double.isInfinite(value) ? null : value;
    }

    private int digits() {
        int first = position;
        while (position < end && bytes[position] >= '0' && bytes[position] <= '9') {
            digits = digits * 10 + (bytes[position] - '0');
            position++;
        }
        return position - first;
    }

    private boolean isExponent() {
        return at() == 'e' || at() == 'E';
    }

    private int at() {
        return position < end ? bytes[position] : -1;
    }
}
