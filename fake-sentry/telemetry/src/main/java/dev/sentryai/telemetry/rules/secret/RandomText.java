package dev.sentryai.telemetry.rules.secret;

/** Text that no human wrote: hexadecimal digits, or many different characters of Base64. */
final class RandomText {

    private static final int SHORTEST_HEX = 32;

    /** In shorter texts a slash parts the names of a path. */
    private static final int SHORTEST_WITH_SLASH = 40;

    /** Bits per character; words of any language stay below. */
    private static final double LEAST_ENTROPY = 3.8;

    private static final int UUID_LENGTH = 36;

    private RandomText() {}

    static boolean is(String text, int start, int end) {
        if (!Chars.isRandom(text, start, end) || isUuid(text, start, end)) {
            return false;
        }
        boolean hex = true;
        boolean lower = false;
        boolean upper = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean slash = c == '/' || c == '+';
            if (!Chars.isToken(c) && c != '=' && (!slash || end - start < SHORTEST_WITH_SLASH)) {
                return false;
            }
            hex &= Character.digit(c, 16) >= 0;
            upper |= Chars.isUpper(c);
            lower |= Chars.isLetter(c) && !Chars.isUpper(c);
        }
        return hex ? end - start >= SHORTEST_HEX : lower && upper && entropy(text, start, end) >= LEAST_ENTROPY;
    }

    /** Ids are often keys of something, and no secrets. */
    private static boolean isUuid(String text, int start, int end) {
        return end - start == UUID_LENGTH && text.charAt(start + 8) == '-' && text.charAt(start + 13) == '-';
    }

    private static double entropy(String text, int start, int end) {
        int[] counts = new int[128];
        for (int i = start; i < end; i++) {
            counts[text.charAt(i)]++;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / (end - start);
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }
}
