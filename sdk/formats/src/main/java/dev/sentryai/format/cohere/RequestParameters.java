package dev.sentryai.format.cohere;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the parameters that both versions of chat have in common. */
final class RequestParameters {

    private RequestParameters() {}

    static GenAiRequest.Builder chat(Wire request) {
        return GenAiRequest.builder(GenAiOps.CHAT)
                .model(request.get("model").word())
                .attribute(
                        GenAiAttributes.REQUEST_MAX_TOKENS,
                        request.get("max_tokens").number())
                .attribute(
                        GenAiAttributes.REQUEST_TEMPERATURE,
                        request.get("temperature").number())
                .attribute(GenAiAttributes.REQUEST_TOP_P, request.get("p").number())
                .attribute(GenAiAttributes.REQUEST_TOP_K, request.get("k").number())
                .attribute(
                        GenAiAttributes.REQUEST_FREQUENCY_PENALTY,
                        request.get("frequency_penalty").number())
                .attribute(
                        GenAiAttributes.REQUEST_PRESENCE_PENALTY,
                        request.get("presence_penalty").number())
                .attribute(GenAiAttributes.REQUEST_SEED, seed(request))
                .attribute(GenAiAttributes.REQUEST_STOP_SEQUENCES, stopSequences(request));
    }

    /** Sentry declares seeds as strings. */
    private static @Nullable String seed(Wire request) {
        Number seed = request.get("seed").number();
        return seed == null ? null : seed.toString();
    }

    private static @Nullable List<String> stopSequences(Wire request) {
        List<String> sequences = request.get("stop_sequences").items().stream()
                .map(Wire::text)
                .filter(Objects::nonNull)
                .toList();
        return sequences.isEmpty() ? null : sequences;
    }
}
