package dev.sentryai.telemetry.rules.secret;

/** Numbers of payment cards: the issuers' first digits and lengths, and the check digit. */
final class CardNumber {

    private CardNumber() {}

    static boolean is(CharSequence digits) {
        return hasIssuer(digits) && isLuhn(digits);
    }

    private static boolean hasIssuer(CharSequence digits) {
        int length = digits.length();
        if (length < 13) {
            return false;
        }
        int first = digits.charAt(0) - '0';
        int two = first * 10 + digits.charAt(1) - '0';
        return switch (first) {
            case 3 ->
                ((two == 34 || two == 37) && length == 15)
                        || ((two == 36 || two == 38) && length == 14)
                        || (two == 35 && length == 16);
            case 4 -> length == 13 || length == 16 || length == 19;
            case 5 -> two >= 51 && two <= 55 && length == 16;
            default -> (two == 60 || two == 64 || two == 65) && length == 16;
        };
    }

    private static boolean isLuhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
