package dev.sentryai.cli.replay;

import org.jspecify.annotations.Nullable;

/**
 * What Sentry answered.
 *
 * @param status of HTTP
 * @param body shortened; empty when there was none
 * @param rateLimits the header {@code X-Sentry-Rate-Limits}; null when absent
 * @param retryAfter the header {@code Retry-After}; null when absent
 */
record Reply(
        int status,
        String body,
        @Nullable String rateLimits,
        @Nullable String retryAfter) {

    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;

    boolean isAccepted() {
        return status == OK;
    }

    boolean isRateLimited() {
        return status == TOO_MANY_REQUESTS;
    }

    String describe() {
        return body.isEmpty() ? String.valueOf(status) : status + " " + body;
    }
}
