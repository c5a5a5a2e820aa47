package dev.sentryai.telemetry.rules.secret;

import org.jspecify.annotations.Nullable;

/** Keys and tokens that tell by their first characters whose they are. */
final class KeyDetector {

    /**
     * How keys of one kind look.
     *
     * @param prefix how they begin; the scanner stops at its first hyphen, or else underscore
     * @param shortest characters after the prefix
     */
    private record Shape(String prefix, SecretKind kind, int shortest) {

        int stop() {
            int hyphen = prefix.indexOf('-');
            return hyphen >= 0 ? hyphen : prefix.indexOf('_');
        }
    }

    /** Longer prefixes stand before those that they begin with. */
    private static final Shape[] SHAPES = {
        new Shape("sk-ant-", SecretKind.ANTHROPIC_KEY, 20),
        new Shape("sk-", SecretKind.OPENAI_KEY, 20),
        new Shape("sk_live_", SecretKind.STRIPE_KEY, 16),
        new Shape("sk_test_", SecretKind.STRIPE_KEY, 16),
        new Shape("rk_live_", SecretKind.STRIPE_KEY, 16),
        new Shape("rk_test_", SecretKind.STRIPE_KEY, 16),
        new Shape("ghp_", SecretKind.GITHUB_TOKEN, 30),
        new Shape("gho_", SecretKind.GITHUB_TOKEN, 30),
        new Shape("ghu_", SecretKind.GITHUB_TOKEN, 30),
        new Shape("ghs_", SecretKind.GITHUB_TOKEN, 30),
        new Shape("ghr_", SecretKind.GITHUB_TOKEN, 30),
        new Shape("github_pat_", SecretKind.GITHUB_TOKEN, 30),
        new Shape("glpat-", SecretKind.GITLAB_TOKEN, 20),
        new Shape("xoxa-", SecretKind.SLACK_TOKEN, 10),
        new Shape("xoxb-", SecretKind.SLACK_TOKEN, 10),
        new Shape("xoxe-", SecretKind.SLACK_TOKEN, 10),
        new Shape("xoxp-", SecretKind.SLACK_TOKEN, 10),
        new Shape("xoxr-", SecretKind.SLACK_TOKEN, 10),
        new Shape("xoxs-", SecretKind.SLACK_TOKEN, 10),
        new Shape("sntrys_", SecretKind.SENTRY_TOKEN, 20),
        new Shape("sntryu_", SecretKind.SENTRY_TOKEN, 20),
        new Shape("hf_", SecretKind.HUGGING_FACE_TOKEN, 30),
        new Shape("gsk_", SecretKind.GROQ_KEY, 40),
        new Shape("xai-", SecretKind.XAI_KEY, 40),
        new Shape("npm_", SecretKind.NPM_TOKEN, 36)
    };

    private static final int[] STOPS = stops();

    /** That of Sentry's and GitHub's tokens. */
    private static final int LONGEST_STOP = 6;

    private static final int AWS_LENGTH = 20;
    private static final int GOOGLE_LENGTH = 39;

    private KeyDetector() {}

    private static int[] stops() {
        int[] stops = new int[SHAPES.length];
        for (int i = 0; i < stops.length; i++) {
            stops[i] = SHAPES[i].stop();
        }
        return stops;
    }

    /** At a hyphen or underscore, which may be the first of a prefix. */
    static @Nullable Secret prefixed(String text, int i) {
        int start = i;
        while (start > 0 && i - start <= LONGEST_STOP && Chars.isToken(text.charAt(start - 1))) {
            start--;
        }
        for (int n = 0; n < SHAPES.length; n++) {
            if (STOPS[n] == i - start && text.startsWith(SHAPES[n].prefix(), start)) {
                return shaped(text, start, SHAPES[n]);
            }
        }
        return null;
    }

    private static @Nullable Secret shaped(String text, int start, Shape shape) {
        int body = start + shape.prefix().length();
        int end = Chars.endOfToken(text, body);
        return end - body >= shape.shortest() && Chars.isRandom(text, body, end)
                ? new Secret(shape.kind(), start, end)
                : null;
    }

    /** At the I of AKIA, ASIA and AIza. */
    static @Nullable Secret capitalI(String text, int i) {
        if (text.startsWith("AIza", i - 1) && Chars.isStart(text, i - 1)) {
            int end = Chars.endOfToken(text, i - 1);
            return end - i + 1 == GOOGLE_LENGTH ? new Secret(SecretKind.GOOGLE_KEY, i - 1, end) : null;
        }
        if ((text.startsWith("AKIA", i - 2) || text.startsWith("ASIA", i - 2)) && Chars.isStart(text, i - 2)) {
            int end = Chars.endOfToken(text, i - 2);
            return end - i + 2 == AWS_LENGTH && isUpperOrDigit(text, i, end)
                    ? new Secret(SecretKind.AWS_KEY, i - 2, end)
                    : null;
        }
        return null;
    }

    private static boolean isUpperOrDigit(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Chars.isUpper(text.charAt(i)) && !Chars.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
