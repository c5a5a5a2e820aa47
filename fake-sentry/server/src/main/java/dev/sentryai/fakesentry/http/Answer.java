package dev.sentryai.fakesentry.http;

import java.util.Map;

/**
 * What goes back to the sender.
 *
 * @param status of HTTP, 200
 * @param body JSON; empty for none
 */
public record Answer(int status, String body) {

    /** To a browser that asks whether it may send. */
    static final Answer PREFLIGHT = new Answer(200, "");

    Map<String, String> headers() {
        return status == 405 ? Map.of("Allow", "POST") : Map.of();
    }
}
