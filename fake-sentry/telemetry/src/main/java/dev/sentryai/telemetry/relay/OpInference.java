package dev.sentryai.telemetry.relay;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import java.util.Map;
import java.util.Optional;

/** Gives streamed spans without an op the one that their attributes suggest. */
final class OpInference {

    private static final Map<String, String> HTTP = Map.of("client", "http.client", "server", "http.server");

    private OpInference() {}

    static void apply(Draft draft) {
        if (draft.isStreamed() && !draft.has(CommonAttributes.SENTRY_OP)) {
            draft.set(ChangeKind.COMPUTED, CommonAttributes.SENTRY_OP, infer(draft), "inferred as none was sent");
        }
    }

    private static String infer(Draft draft) {
        if (draft.has(CommonAttributes.HTTP_REQUEST_METHOD)) {
            return HTTP.getOrDefault(draft.text(CommonAttributes.SENTRY_KIND).orElse(""), "http");
        }
        if (draft.has("db.system.name")) {
            return "db";
        }
        Optional<String> operation = draft.text(GenAiAttributes.OPERATION_NAME);
        if (operation.isPresent()) {
            return "gen_ai." + operation.get();
        }
        if (draft.has("rpc.service")) {
            return "rpc";
        }
        return draft.has("messaging.system")
                ? "message"
                : draft.text("faas.trigger").orElse("default");
    }
}
