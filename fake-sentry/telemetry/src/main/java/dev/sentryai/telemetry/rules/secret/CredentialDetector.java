package dev.sentryai.telemetry.rules.secret;

import org.jspecify.annotations.Nullable;

/** Private keys, passwords and keys that are assigned to a name, and URLs with a password. */
final class CredentialDetector {

    private static final String BEGIN = "-----BEGIN ";
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final String FENCE = "-----";
    private static final String[] PASSWORDS = {"password", "passwd", "passphrase", "pwd"};
    private static final String[] KEYS = {"key", "secret", "token"};
    private static final int LONGEST_NAME = 40;
    private static final int SHORTEST_PASSWORD = 6;
    private static final int SHORTEST_KEY = 20;

    private CredentialDetector() {}

    /** At the first of five hyphens. */
    static @Nullable Secret privateKey(String text, int i) {
        if (!text.startsWith(BEGIN, i)) {
            return null;
        }
        int label = i + BEGIN.length();
        int fence = text.indexOf(FENCE, label);
        if (fence < 0 || !text.substring(label, fence).contains(PRIVATE_KEY)) {
            return null;
        }
        int end = text.indexOf("-----END ", fence);
        return new Secret(SecretKind.PRIVATE_KEY, i, end < 0 ? text.length() : end);
    }

    /** At a colon, which parts a scheme from the rest of a URL, or a name from its value. */
    static @Nullable Secret colon(String text, int i) {
        return text.startsWith("//", i + 1) ? url(text, i) : assignment(text, i);
    }

    private static @Nullable Secret url(String text, int i) {
        int start = i + 3;
        int colon = -1;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '@') {
                boolean secret = colon >= 0 && !isPlaceholder(text, colon + 1, at);
                return secret ? new Secret(SecretKind.URL_PASSWORD, start, at) : null;
            }
            if (c == ':' && colon < 0) {
                colon = at;
            } else if (c <= ' ' || c == '/' || c == '"' || c == '\'' || c == '?' || c == '#') {
                return null;
            }
        }
        return null;
    }

    /** At the sign between a name and its value. */
    static @Nullable Secret assignment(String text, int i) {
        int nameEnd = skipBack(text, i);
        int nameStart = startOfName(text, nameEnd);
        if (nameStart == nameEnd) {
            return null;
        }
        SecretKind kind = kind(text, nameStart, nameEnd);
        if (kind == null) {
            return null;
        }
        int start = skip(text, i + 1);
        int end = endOfValue(text, start);
        return isSecret(kind, text, start, end) ? new Secret(kind, start, end) : null;
    }

    private static boolean isSecret(SecretKind kind, String text, int start, int end) {
        if (isPlaceholder(text, start, end)) {
            return false;
        }
        return kind == SecretKind.PASSWORD
                ? end - start >= SHORTEST_PASSWORD && hasDigit(text, start, end)
                : end - start >= SHORTEST_KEY && RandomText.is(text, start, end);
    }

    private static boolean hasDigit(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Chars.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** What stands for a value and is none: stars, brackets, variables, and what was removed already. */
    private static boolean isPlaceholder(String text, int start, int end) {
        if (start >= end) {
            return true;
        }
        char first = text.charAt(start);
        return first == '*' || first == '<' || first == '[' || first == '{' || first == '$' || first == '%';
    }

    private static @Nullable SecretKind kind(String text, int start, int end) {
        if (contains(text, start, end, PASSWORDS)) {
            return SecretKind.PASSWORD;
        }
        return contains(text, start, end, KEYS) ? SecretKind.ASSIGNED_KEY : null;
    }

    private static boolean contains(String text, int start, int end, String[] words) {
        for (String word : words) {
            for (int i = start; i + word.length() <= end; i++) {
                if (text.regionMatches(true, i, word, 0, word.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Names may stand in quotes. */
    private static int skipBack(String text, int i) {
        int end = i;
        while (end > 0 && isFiller(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int startOfName(String text, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_NAME && Chars.isToken(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int skip(String text, int from) {
        int start = from;
        while (start < text.length() && isFiller(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static boolean isFiller(char c) {
        return c == ' ' || c == '"' || c == '\'' || c == '\\';
    }

    private static int endOfValue(String text, int from) {
        int end = from;
        while (end < text.length() && isOfValue(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfValue(char c) {
        return c > ' ' && c != '"' && c != '\'' && c != ';' && c != ',' && c != '&' && c != '\\' && c != ')'
                && c != '}';
    }
}
