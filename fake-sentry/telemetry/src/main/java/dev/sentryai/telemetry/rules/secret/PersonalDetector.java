package dev.sentryai.telemetry.rules.secret;

import org.jspecify.annotations.Nullable;

/** E-mail addresses and phone numbers. */
final class PersonalDetector {

    private static final int FEWEST_DIGITS = 9;
    private static final int MOST_DIGITS = 15;

    private PersonalDetector() {}

    /** At the sign in the middle. */
    static @Nullable Secret email(String text, int at) {
        int start = at;
        while (start > 0 && isOfLocalPart(text.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        int lastDot = -1;
        while (end < text.length() && isOfDomain(text.charAt(end))) {
            lastDot = text.charAt(end) == '.' && end + 1 < text.length() && Chars.isWord(text.charAt(end + 1))
                    ? end
                    : lastDot;
            end++;
        }
        if (start == at || lastDot <= at + 1 || text.startsWith("git@", start)) {
            return null;
        }
        int endOfTop = lastDot + 1;
        while (endOfTop < text.length() && Chars.isLetter(text.charAt(endOfTop))) {
            endOfTop++;
        }
        boolean word = endOfTop == text.length() || !Chars.isWord(text.charAt(endOfTop));
        return endOfTop - lastDot > 2 && word ? new Secret(SecretKind.EMAIL, start, endOfTop) : null;
    }

    private static boolean isOfLocalPart(char c) {
        return Chars.isToken(c) || c == '.' || c == '+' || c == '%';
    }

    private static boolean isOfDomain(char c) {
        return Chars.isWord(c) || c == '-' || c == '.';
    }

    /** At the plus of a number in international form; others can not be told from any other number. */
    static @Nullable Secret phone(String text, int plus) {
        if (!Chars.isStart(text, plus) || plus + 1 == text.length() || !Chars.isDigit(text.charAt(plus + 1))) {
            return null;
        }
        int digits = 0;
        int end = plus;
        for (int i = plus + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Chars.isDigit(c)) {
                digits++;
                end = i + 1;
            } else if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '.' && c != '/') {
                break;
            }
        }
        boolean plausible = text.charAt(plus + 1) != '0' && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
        return plausible ? new Secret(SecretKind.PHONE, plus, end) : null;
    }
}
