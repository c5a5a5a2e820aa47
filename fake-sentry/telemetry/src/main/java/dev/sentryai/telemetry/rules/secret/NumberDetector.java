package dev.sentryai.telemetry.rules.secret;

import org.jspecify.annotations.Nullable;

/** Numbers that belong to a person: of cards, accounts, social security and computers. */
final class NumberDetector {

    private static final int MOST_DIGITS = 19;
    private static final int LONGEST_IBAN = 34;
    private static final int SHORTEST_IBAN = 15;
    private static final int SSN_LENGTH = 11;

    private NumberDetector() {}

    /** At a digit, which is the first of its number, or the third character of an IBAN. */
    static @Nullable Secret number(String text, int i) {
        if (i >= 2 && Chars.isUpper(text.charAt(i - 1)) && Chars.isUpper(text.charAt(i - 2))) {
            return iban(text, i - 2);
        }
        if (i > 0 && (Chars.isToken(text.charAt(i - 1)) || text.charAt(i - 1) == '.')) {
            return null;
        }
        Secret secret = socialSecurity(text, i);
        if (secret == null) {
            secret = ipAddress(text, i);
        }
        return secret == null ? card(text, i) : secret;
    }

    private static @Nullable Secret socialSecurity(String text, int start) {
        int end = start + SSN_LENGTH;
        if (end > text.length()
                || text.charAt(start + 3) != '-'
                || text.charAt(start + 6) != '-'
                || !endsAt(text, end)) {
            return null;
        }
        int area = digits(text, start, start + 3);
        int group = digits(text, start + 4, start + 6);
        int serial = digits(text, start + 7, end);
        boolean issued = area > 0 && area != 666 && area < 900 && group > 0 && serial > 0;
        return issued ? new Secret(SecretKind.SSN, start, end) : null;
    }

    /** The number between; negative if anything else stands there. */
    private static int digits(String text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            if (!Chars.isDigit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static @Nullable Secret ipAddress(String text, int start) {
        int[] octets = new int[4];
        int i = start;
        for (int n = 0; n < octets.length; n++) {
            int end = i;
            while (end < text.length() && end - i < 4 && Chars.isDigit(text.charAt(end))) {
                end++;
            }
            boolean dotted = n == octets.length - 1 || (end < text.length() && text.charAt(end) == '.');
            if (end == i || end - i > 3 || !dotted) {
                return null;
            }
            octets[n] = digits(text, i, end);
            i = end + 1;
        }
        int end = i - 1;
        return isPublic(octets) && endsAt(text, end) ? new Secret(SecretKind.IP_ADDRESS, start, end) : null;
    }

    /** Addresses of networks of one's own tell nothing of a person; small numbers are those of versions. */
    private static boolean isPublic(int[] octets) {
        for (int octet : octets) {
            if (octet > 255) {
                return false;
            }
        }
        int first = octets[0];
        int second = octets[1];
        return first > 10
                && first < 224
                && first != 127
                && !(first == 192 && second == 168)
                && !(first == 169 && second == 254)
                && !(first == 172 && second >= 16 && second < 32);
    }

    private static @Nullable Secret card(String text, int start) {
        if ("3456".indexOf(text.charAt(start)) < 0) {
            return null;
        }
        StringBuilder digits = new StringBuilder(MOST_DIGITS);
        int end = start;
        for (int i = start; i < text.length() && digits.length() <= MOST_DIGITS; i++) {
            char c = text.charAt(i);
            if (Chars.isDigit(c)) {
                digits.append(c);
                end = i + 1;
            } else if ((c != ' ' && c != '-') || i > end || CardNumber.is(digits)) {
                break; // what follows may be the date of expiry
            }
        }
        return CardNumber.is(digits) && endsAt(text, end) ? new Secret(SecretKind.CARD, start, end) : null;
    }

    private static @Nullable Secret iban(String text, int start) {
        if (!Chars.isStart(text, start)) {
            return null;
        }
        StringBuilder account = new StringBuilder(LONGEST_IBAN);
        int end = start;
        for (int i = start; i < text.length() && account.length() <= LONGEST_IBAN; i++) {
            char c = text.charAt(i);
            if (Chars.isDigit(c) || Chars.isUpper(c)) {
                account.append(c);
                end = i + 1;
            } else if (c != ' ' || i > end) {
                break;
            }
        }
        boolean plausible = account.length() >= SHORTEST_IBAN && account.length() <= LONGEST_IBAN;
        return plausible && isMod97(account) && endsAt(text, end) ? new Secret(SecretKind.IBAN, start, end) : null;
    }

    /** ISO 13616: letters count from 10, the first four characters last; the rest of a division by 97 is 1. */
    private static boolean isMod97(StringBuilder account) {
        int rest = 0;
        for (int i = 0; i < account.length(); i++) {
            char c = account.charAt((i + 4) % account.length());
            rest = Chars.isDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        }
        return rest == 1;
    }

    private static boolean endsAt(String text, int end) {
        return end == text.length()
                || (!Chars.isToken(text.charAt(end))
                        && !(text.charAt(end) == '.'
                                && end + 1 < text.length()
                                && Chars.isDigit(text.charAt(end + 1))));
    }
}
