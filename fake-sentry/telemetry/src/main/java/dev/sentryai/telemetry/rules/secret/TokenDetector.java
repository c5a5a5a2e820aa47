package dev.sentryai.telemetry.rules.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** JSON Web Tokens and the values of authorization headers. */
final class TokenDetector {

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";
    private static final int SHORTEST_PART = 10;
    private static final int SHORTEST_TOKEN = 16;
    private static final int SHORTEST_BASIC = 8;

    private TokenDetector() {}

    /** At the J of eyJ, which is how a JSON object begins in Base64. */
    static @Nullable Secret jsonWebToken(String text, int i) {
        int start = i - 2;
        if (!text.startsWith("eyJ", start) || !Chars.isStart(text, start)) {
            return null;
        }
        int header = Chars.endOfToken(text, start);
        if (header - start < SHORTEST_PART || !text.startsWith(".eyJ", header)) {
            return null;
        }
        int claims = Chars.endOfToken(text, header + 1);
        if (claims >= text.length() || text.charAt(claims) != '.') {
            return null;
        }
        int end = Chars.endOfToken(text, claims + 1);
        return end - claims > SHORTEST_PART ? new Secret(SecretKind.JWT, start, end) : null;
    }

    /** At the B of Bearer and Basic. */
    static @Nullable Secret authorization(String text, int i) {
        if (!Chars.isStart(text, i)) {
            return null;
        }
        if (text.regionMatches(true, i, BEARER, 0, BEARER.length())) {
            int start = i + BEARER.length();
            int end = endOfCredentials(text, start);
            return end - start >= SHORTEST_TOKEN && Chars.isRandom(text, start, end)
                    ? new Secret(SecretKind.BEARER, i, end)
                    : null;
        }
        return text.regionMatches(true, i, BASIC, 0, BASIC.length()) ? basic(text, i) : null;
    }

    private static @Nullable Secret basic(String text, int i) {
        int start = i + BASIC.length();
        int end = endOfCredentials(text, start);
        return end - start >= SHORTEST_BASIC && isNameAndPassword(text.substring(start, end))
                ? new Secret(SecretKind.BASIC, i, end)
                : null;
    }

    private static boolean isNameAndPassword(String base64) {
        try {
            String decoded = new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
            return decoded.indexOf(':') > 0 && decoded.chars().allMatch(c -> c >= ' ' && c < 127);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int endOfCredentials(String text, int from) {
        int end = from;
        while (end < text.length() && isOfCredentials(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfCredentials(char c) {
        return Chars.isToken(c) || c == '.' || c == '~' || c == '+' || c == '/' || c == '=';
    }
}
