package dev.sentryai.format.anthropic;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request. */
final class RequestParameters {

    private RequestParameters() {}

    static GenAiRequest.Builder read(GenAiRequest.Builder builder, Wire request) {
        return builder.model(request.get("model").word())
                .attribute(
                        GenAiAttributes.REQUEST_MAX_TOKENS,
                        request.get("max_tokens").number())
                .attribute(
                        GenAiAttributes.REQUEST_TEMPERATURE,
                        request.get("temperature").number())
                .attribute(GenAiAttributes.REQUEST_TOP_P, request.get("top_p").number())
                .attribute(GenAiAttributes.REQUEST_TOP_K, request.get("top_k").number())
                .attribute(GenAiAttributes.REQUEST_STOP_SEQUENCES, stopSequences(request))
                .attribute(
                        GenAiAttributes.REQUEST_REASONING_LEVEL,
                        request.get("output_config").get("effort").word());
    }

    private static @Nullable List<String> stopSequences(Wire request) {
        List<String> sequences = request.get("stop_sequences").items().stream()
                .map(Wire::text)
                .filter(Objects::nonNull)
                .toList();
        return sequences.isEmpty() ? null : sequences;
    }
}
