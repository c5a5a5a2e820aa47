package dev.sentryai.telemetry.rules.secret;

import org.jspecify.annotations.Nullable;

/**
 * Finds secrets in one pass: every kind has a character that is rare in plain text, and only there its detector looks around.
 */
public final class SecretScanner {

    private static final String RARE = "@:=-_IJBb+";

    private static final boolean[] IS_TRIGGER = new boolean[128];

    static {
        RARE.chars().forEach(c -> IS_TRIGGER[c] = true);
        "0123456789".chars().forEach(c -> IS_TRIGGER[c] = true);
    }

    private SecretScanner() {}

    /** The first secret that ends after an index; null if there is none. */
    public static @Nullable Secret next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && IS_TRIGGER[c]) {
                Secret secret = at(text, i, c);
                if (secret != null && secret.start() >= from) {
                    return secret;
                }
            }
        }
        return null;
    }

    private static @Nullable Secret at(String text, int i, char c) {
        return switch (c) {
            case '@' -> PersonalDetector.email(text, i);
            case '+' -> PersonalDetector.phone(text, i);
            case ':' -> CredentialDetector.colon(text, i);
            case '=' -> CredentialDetector.assignment(text, i);
            case '-' -> {
                Secret key = KeyDetector.prefixed(text, i);
                yield key == null ? CredentialDetector.privateKey(text, i) : key;
            }
            case '_' -> KeyDetector.prefixed(text, i);
            case 'I' -> KeyDetector.capitalI(text, i);
            case 'J' -> TokenDetector.jsonWebToken(text, i);
            case 'B', 'b' -> TokenDetector.authorization(text, i);
            default -> NumberDetector.number(text, i);
        };
    }
}
