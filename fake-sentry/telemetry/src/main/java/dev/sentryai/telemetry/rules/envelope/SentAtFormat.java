package dev.sentryai.telemetry.rules.envelope;

/** Time stamps as RFC 3339 has them, in UTC; checked by hand because every envelope has one. */
final class SentAtFormat {

    private static final String SHAPE = "0000-00-00T00:00:00";

    private SentAtFormat() {}

    static boolean is(String text) {
        return startsWithDateAndTime(text) && isUtc(text, endOfFraction(text));
    }

    private static boolean startsWithDateAndTime(String text) {
        if (text.length() < SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            boolean fits = SHAPE.charAt(i) == '0' ? isDigit(text.charAt(i)) : text.charAt(i) == SHAPE.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return isWithin(text, 5, 1, 12)
                && isWithin(text, 8, 1, 31)
                && isWithin(text, 11, 0, 23)
                && isWithin(text, 14, 0, 59)
                && isWithin(text, 17, 0, 60); // a leap second
    }

    private static boolean isWithin(String text, int start, int min, int max) {
        int number = (text.charAt(start) - '0') * 10 + text.charAt(start + 1) - '0';
        return number >= min && number <= max;
    }

    private static int endOfFraction(String text) {
        int end = SHAPE.length();
        if (end < text.length() && text.charAt(end) == '.') {
            do {
                end++;
            } while (end < text.length() && isDigit(text.charAt(end)));
        }
        return end;
    }

    private static boolean isUtc(String text, int start) {
        return (text.startsWith("Z", start) && text.length() == start + 1)
                || (text.startsWith("+00:00", start) && text.length() == start + 6);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
