package dev.sentryai.fakesentry;

import java.util.List;

/** A request that Relay would not take: the HTTP status, the error and what caused it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;
    private final String[] causes;

    Refusal(int status, String detail, String... causes) {
        // The sender is told; our own stack trace would tell nobody anything.
        super(status + " " + detail + (causes.length == 0 ? "" : ": " + String.join(": ", causes)), null, false, false);
        this.status = status;
        this.detail = detail;
        this.causes = causes.clone();
    }

    int status() {
        return status;
    }

    String detail() {
        return detail;
    }

    List<String> causes() {
        return List.of(causes);
    }
}
