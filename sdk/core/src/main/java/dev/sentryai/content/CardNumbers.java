package dev.sentryai.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of payment cards. */
public final class CardNumbers {

    private static final int MIN_DIGITS = 13;

    /** Starts with a digit that card networks use, at the start of a group of digits. */
    private static final Pattern CANDIDATE = Pattern.compile("(?<![0-9])[2-6](?:[ -]?[0-9]){12,18}");

    private CardNumbers() {}

    /** Returns the text with {@code [creditcard]} in the place of each number. */
    public static String filter(String text) {
        Matcher candidates = CANDIDATE.matcher(text);
        StringBuilder filtered = new StringBuilder();
        int done = 0;
        int from = 0;
        while (from < text.length() && candidates.find(from)) {
            int end = endOfNumber(text, candidates.start(), candidates.end());
            if (end > candidates.start()) {
                filtered.append(text, done, candidates.start()).append("[creditcard]");
                done = end;
                from = end;
            } else {
                from = candidates.start() + 1;
            }
        }
        return done == 0 ? text : filtered.append(text, done, text.length()).toString();
    }

    /** Returns where the longest valid number ends that starts here; the start when there is none. */
    private static int endOfNumber(String text, int start, int end) {
        for (int last = end; last > start; last--) {
            boolean endsGroup = isDigit(text, last - 1) && !isDigit(text, last);
            if (endsGroup && isValid(text.substring(start, last))) {
                return last;
            }
        }
        return start;
    }

    private static boolean isDigit(String text, int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    /** The check digit is that of Luhn. */
    private static boolean isValid(String number) {
        int sum = 0;
        int digits = 0;
        for (int i = number.length() - 1; i >= 0; i--) {
            if (isDigit(number, i)) {
                int digit = number.charAt(i) - '0';
                int counted = digits % 2 == 0 ? digit : digit * 2;
                sum += counted > 9 ? counted - 9 : counted;
                digits++;
            }
        }
        return digits >= MIN_DIGITS && sum % 10 == 0;
    }
}
