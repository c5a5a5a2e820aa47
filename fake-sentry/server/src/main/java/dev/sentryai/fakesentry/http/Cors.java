package dev.sentryai.fakesentry.http;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Lets pages that are served from this machine send here, and no others. */
final class Cors {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Cors() {}

    static Map<String, String> headers(Request request) {
        String origin = request.header("origin");
        if (!isLoopback(origin)) {
            return Map.of();
        }
        return Map.of(
                "Access-Control-Allow-Origin", origin,
                "Access-Control-Allow-Methods", "POST",
                "Access-Control-Allow-Headers",
                        "x-sentry-auth, x-requested-with, origin, accept, content-type, content-encoding, authentication, authorization",
                "Access-Control-Expose-Headers", "x-sentry-error, x-sentry-rate-limits, retry-after",
                "Vary", "Origin");
    }

    static boolean isPreflight(Request request) {
        return "OPTIONS".equals(request.method())
                && request.headers().containsKey("access-control-request-method")
                && isLoopback(request.header("origin"));
    }

    private static boolean isLoopback(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host != null && LOOPBACK.contains(host);
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
