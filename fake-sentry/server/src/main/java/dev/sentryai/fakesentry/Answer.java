package dev.sentryai.fakesentry;

import dev.sentryai.protocol.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes back to the sender: a status and a JSON body in the form that Relay gives it. */
record Answer(int status, String body) {

    Map<String, String> headers() {
        return status == 405 ? Map.of("Allow", "POST") : Map.of();
    }

    static Answer accepted(String eventId) {
        return new Answer(200, eventId.isEmpty() ? "{}" : Json.write(Map.of("id", eventId)));
    }

    static Answer refused(Refusal refusal) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("detail", refusal.detail());
        if (!refusal.causes().isEmpty()) {
            body.put("causes", List.copyOf(refusal.causes()));
        }
        return new Answer(refusal.status(), Json.write(body));
    }
}
