package dev.sentryai.telemetry.rules.privacy;

/**
 * The names of members that Sentry's SDKs filter. They look for these words anywhere in a name; we look for whole words, so that
 * {@code author} and {@code tokens} are no alarm.
 */
final class DeniedNames {

    private static final String[] WORDS = {
        "auth",
        "authorization",
        "token",
        "secret",
        "password",
        "passwd",
        "pwd",
        "jwt",
        "bearer",
        "sso",
        "saml",
        "csrf",
        "xsrf",
        "credentials",
        "session",
        "sid",
        "apikey",
        "accesstoken",
        "sessionid"
    };

    /** A key is a secret if one of these stands before it: others are keys of maps and tables. */
    private static final String[] BEFORE_KEY = {"api", "access", "private", "secret", "auth", "encryption", "signing"};

    private static final String[] KEY = {"key"};

    private DeniedNames() {}

    static boolean isDenied(String name) {
        int start = 0;
        boolean qualified = false;
        for (int i = 1; i <= name.length(); i++) {
            if (i == name.length() || isBoundary(name, i)) {
                if (isOneOf(WORDS, name, start, i) || (qualified && isOneOf(KEY, name, start, i))) {
                    return true;
                }
                qualified = isOneOf(BEFORE_KEY, name, start, i);
                start = i;
            }
        }
        return false;
    }

    /** Words are parted by signs or by a capital letter after a small one. */
    private static boolean isBoundary(String name, int i) {
        char c = name.charAt(i);
        return !Character.isLetter(c) || (Character.isUpperCase(c) && !Character.isUpperCase(name.charAt(i - 1)));
    }

    private static boolean isOneOf(String[] words, String name, int from, int to) {
        int start = from;
        while (start < to && !Character.isLetter(name.charAt(start))) {
            start++;
        }
        for (String word : words) {
            if (word.length() == to - start && name.regionMatches(true, start, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
