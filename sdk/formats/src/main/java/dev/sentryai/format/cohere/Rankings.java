package dev.sentryai.format.cohere;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.wire.Wire;
import java.util.List;

/**
 * Reads requests that have documents sorted by relevance. They are billed by search, not by token, and Sentry gave up the op that it
 * had for them: so they are plain spans.
 */
final class Rankings {

    private static final String OP = "function";

    private Rankings() {}

    static GenAiRequest.Builder request(Wire request) {
        Wire model = request.get("model");
        return GenAiRequest.builder(OP)
                .name(("rerank " + model.textOrEmpty()).trim())
                .inputMessages(() -> List.of(Message.user(request.get("query").textOrEmpty())));
    }

    static GenAiResponse response(Wire ranking) {
        return GenAiResponse.NONE;
    }
}
