package dev.sentryai.fakesentry;

import dev.sentryai.fakesentry.http.Answer;
import dev.sentryai.protocol.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** In the form that Relay gives it. */
    Answer answer() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("detail", detail);
        if (causes.length > 0) {
            body.put("causes", List.of(causes));
        }
        return new Answer(status, Json.write(body));
    }
}
