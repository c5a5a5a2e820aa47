package dev.sentryai.content;

import java.util.regex.Pattern;

/** API keys and tokens, as far as their form tells. No pattern has a repeated group, so none goes deep or back far. */
public final class Credentials {

    private static final Pattern KEYS = Pattern.compile(String.join(
            "|",
            "\\bsk-[A-Za-z0-9_-]{16,}", // OpenAI, Anthropic, DeepSeek, OpenRouter
            "\\bAIza[A-Za-z0-9_-]{35}", // Google
            "\\bya29\\.[A-Za-z0-9_-]{20,}",
            "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", // AWS
            "\\bhf_[A-Za-z0-9]{20,}", // Hugging Face
            "\\bgsk_[A-Za-z0-9]{20,}", // Groq
            "\\bxai-[A-Za-z0-9]{20,}",
            "\\br8_[A-Za-z0-9]{30,}", // Replicate
            "\\bgh[pousr]_[A-Za-z0-9]{30,}", // GitHub
            "\\bgithub_pat_[A-Za-z0-9_]{22,}",
            "\\bglpat-[A-Za-z0-9_-]{20,}", // GitLab
            "\\bnpm_[A-Za-z0-9]{30,}",
            "\\bxox[abeoprs]-[A-Za-z0-9-]{10,}", // Slack
            "\\b[rs]k_(?:live|test)_[A-Za-z0-9]{10,}", // Stripe
            "\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}", // SendGrid
            "\\bsntr(?:ys|yu)_[A-Za-z0-9_+/=-]{20,}", // Sentry
            "\\beyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*", // JSON Web Token
            "-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[^-]*+(?:-----END [A-Z ]{0,20}PRIVATE KEY-----)?"));

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer\\s{1,8})[A-Za-z0-9._~+/=-]{16,}");

    private static final Pattern PASSWORD_IN_URL = Pattern.compile("(://[^\\s/:@]{1,64}:)[^\\s/@]{1,128}(?=@)");

    private Credentials() {}

    /** Returns the text with {@code [Filtered]} in the place of each. */
    public static String filter(String text) {
        String withoutKeys = KEYS.matcher(text).replaceAll("[Filtered]");
        String withoutTokens = BEARER.matcher(withoutKeys).replaceAll("$1[Filtered]");
        return PASSWORD_IN_URL.matcher(withoutTokens).replaceAll("$1[Filtered]");
    }
}
