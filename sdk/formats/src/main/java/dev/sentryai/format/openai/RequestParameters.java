package dev.sentryai.format.openai;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the parameters that requests have in common; each has those of them that its kind knows. */
final class RequestParameters {

    private RequestParameters() {}

    static GenAiRequest.Builder read(String op, Wire request) {
        return GenAiRequest.builder(op)
                .model(request.get("model").word())
                .attribute(GenAiAttributes.REQUEST_MAX_TOKENS, maxTokens(request))
                .attribute(
                        GenAiAttributes.REQUEST_TEMPERATURE,
                        request.get("temperature").number())
                .attribute(GenAiAttributes.REQUEST_TOP_P, request.get("top_p").number())
                .attribute(GenAiAttributes.REQUEST_TOP_K, request.get("top_k").number())
                .attribute(
                        GenAiAttributes.REQUEST_FREQUENCY_PENALTY,
                        request.get("frequency_penalty").number())
                .attribute(
                        GenAiAttributes.REQUEST_PRESENCE_PENALTY,
                        request.get("presence_penalty").number())
                .attribute(GenAiAttributes.REQUEST_SEED, seed(request))
                .attribute(GenAiAttributes.REQUEST_STOP_SEQUENCES, stopSequences(request.get("stop")))
                .attribute(GenAiAttributes.REQUEST_REASONING_LEVEL, reasoningLevel(request));
    }

    /** The name changed over time and is another one for responses; the newest counts where there are two. */
    private static @Nullable Number maxTokens(Wire request) {
        for (String name : List.of("max_completion_tokens", "max_output_tokens", "max_tokens")) {
            Number tokens = request.get(name).number();
            if (tokens != null) {
                return tokens;
            }
        }
        return null;
    }

    /** Sentry declares seeds as strings. */
    private static @Nullable String seed(Wire request) {
        Number seed = request.get("seed").number();
        return seed == null ? null : seed.toString();
    }

    private static @Nullable List<String> stopSequences(Wire stop) {
        if (!stop.isPresent()) {
            return null;
        }
        String only = stop.text();
        List<String> sequences = only != null
                ? List.of(only)
                : stop.items().stream().map(Wire::text).filter(Objects::nonNull).toList();
        return sequences.isEmpty() ? null : sequences;
    }

    private static @Nullable String reasoningLevel(Wire request) {
        String ofChat = request.get("reasoning_effort").word();
        return ofChat == null ? request.get("reasoning").get("effort").word() : ofChat;
    }
}
