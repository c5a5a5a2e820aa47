package dev.sentryai.format.anthropic;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.wire.Wire;

/**
 * Reads requests that have tokens counted. No model runs and nothing is paid for, so they are plain spans: every op of {@code gen_ai}
 * would make Sentry count a call of a model, and every attribute of it look like half an AI span.
 */
final class TokenCounts {

    private static final String OP = "function";

    private TokenCounts() {}

    static GenAiRequest.Builder request(Wire request) {
        Wire model = request.get("model");
        return GenAiRequest.builder(OP)
                .name(("count_tokens " + model.textOrEmpty()).trim())
                .systemInstructions(() -> Conversation.instructions(request))
                .inputMessages(() -> Conversation.messages(request));
    }

    static GenAiResponse response(Wire count) {
        return GenAiResponse.NONE;
    }
}
