package dev.sentryai.telemetry.json;

/** Numbers such as time stamps: digits, a point, and digits, few enough to be computed exactly. */
final class PlainDecimal {

    /** Powers of ten that are whole numbers of a double. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    /** Up to it every whole number is one of a double. */
    private static final long MAX_EXACT = 1L << 53;

    private PlainDecimal() {}

    /**
     * The double that is closest to the number: both parts of the division are exact, so that its result is, too, but for the
     * rounding that every reader does.
     *
     * @return not a number if it is not as plain as that
     */
    static double parse(char[] chars, int start, int length) {
        if (length > POWERS.length + 1) {
            return Double.NaN;
        }
        long digits = 0;
        int point = -1;
        for (int i = start; i < start + length; i++) {
            char c = chars[i];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        int decimals = point < 0 ? 0 : start + length - 1 - point;
        return digits <= MAX_EXACT && decimals < POWERS.length ? digits / POWERS[decimals] : Double.NaN;
    }
}
