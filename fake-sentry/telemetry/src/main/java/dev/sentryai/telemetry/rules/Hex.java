package dev.sentryai.telemetry.rules;

/** Hexadecimal ids, checked without regular expressions because every span has three. */
final class Hex {

    private Hex() {}

    static boolean is(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> isLower(c) || (c >= 'A' && c <= 'F'));
    }

    static boolean isLower(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!isLower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isZero(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c == '0');
    }

    private static boolean isLower(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
