package dev.sentryai.telemetry.rules.secret;

/** Classes of characters that secrets are made of, and where words begin. */
final class Chars {

    private Chars() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetter(char c) {
        return isUpper(c) || (c >= 'a' && c <= 'z');
    }

    static boolean isWord(char c) {
        return isLetter(c) || isDigit(c);
    }

    /** What tokens are made of: Base64 for URLs. */
    static boolean isToken(char c) {
        return isWord(c) || c == '-' || c == '_';
    }

    /** Whether a word can begin there. */
    static boolean isStart(String text, int i) {
        return i >= 0 && (i == 0 || !isToken(text.charAt(i - 1)));
    }

    static int endOfToken(String text, int from) {
        int end = from;
        while (end < text.length() && isToken(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Random text has digits and letters; words and placeholders have letters only, or one and the same letter. */
    static boolean isRandom(String text, int start, int end) {
        int digits = 0;
        int letters = 0;
        int changes = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            digits += isDigit(c) ? 1 : 0;
            letters += isLetter(c) ? 1 : 0;
            changes += i > start && c != text.charAt(i - 1) ? 1 : 0;
        }
        return digits >= 2 && letters >= 2 && changes * 2 > end - start;
    }
}
