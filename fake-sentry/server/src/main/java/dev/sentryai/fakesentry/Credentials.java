package dev.sentryai.fakesentry;

import dev.sentryai.fakesentry.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who sends: what Sentry calls authorisation.
 *
 * @param publicKey of the DSN
 * @param client name and version of the SDK; null where it did not say
 */
record Credentials(String publicKey, @Nullable String client) {

    private static final int NEWEST_PROTOCOL = 7;

    /**
     * Empty when the request carries none; the envelope's own header may then name a DSN.
     *
     * @throws Refusal 401 when there are several or they can't be read, 400 for a protocol newer than 7
     */
    static Optional<Credentials> of(Request request) {
        List<Map<String, String>> found = new ArrayList<>();
        fromHeader(request.header("x-sentry-auth")).ifPresent(found::add);
        fromHeader(request.header("authorization")).ifPresent(found::add);
        fromBasic(request.header("authorization")).ifPresent(found::add);
        if (request.query().contains("sentry_")) {
            found.add(pairs(request.query(), "&", true));
        }
        if (found.size() > 1) {
            throw new Refusal(401, "multiple authorization payloads detected");
        }
        return found.stream().findFirst().map(Credentials::from);
    }

    static Refusal missing() {
        return new Refusal(401, "missing authorization information");
    }

    private static Optional<Map<String, String>> fromHeader(String header) {
        return startsWith(header, "sentry ") ? Optional.of(pairs(header.substring(7), ",", false)) : Optional.empty();
    }

    private static Optional<Map<String, String>> fromBasic(String header) {
        if (!startsWith(header, "basic ")) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
            String user = new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0];
            return Optional.of(Map.of("sentry_key", user));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Credentials from(Map<String, String> pairs) {
        String key = pairs.getOrDefault("sentry_key", "");
        if (key.isEmpty()) {
            throw new Refusal(401, "bad x-sentry-auth header", "sentry_key is missing");
        }
        checkVersion(pairs.getOrDefault("sentry_version", "7"));
        return new Credentials(key, pairs.get("sentry_client"));
    }

    private static void checkVersion(String version) {
        double number;
        try {
            number = Double.parseDouble(version); // old clients send "2.0"
        } catch (NumberFormatException e) {
            throw new Refusal(401, "bad x-sentry-auth header", "sentry_version is no number: \"" + version + '"');
        }
        if (number > NEWEST_PROTOCOL) {
            throw new Refusal(400, "unsupported protocol version (" + version + ")");
        }
    }

    private static Map<String, String> pairs(String text, String separator, boolean urlEncoded) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split(separator, -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                String value = urlEncoded ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : parts[1].strip();
                pairs.put(parts[0].strip().toLowerCase(Locale.ROOT), value);
            }
        }
        return pairs;
    }

    private static boolean startsWith(String header, String lowerCasePrefix) {
        return header.regionMatches(true, 0, lowerCasePrefix, 0, lowerCasePrefix.length());
    }
}
