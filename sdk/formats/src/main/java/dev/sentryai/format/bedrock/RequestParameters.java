package dev.sentryai.format.bedrock;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request: those that all models have, and those that are the model's own. */
final class RequestParameters {

    private RequestParameters() {}

    static GenAiRequest.Builder read(GenAiRequest.Builder builder, Wire request) {
        Wire inference = request.get("inferenceConfig");
        return builder.attribute(
                        GenAiAttributes.REQUEST_MAX_TOKENS,
                        first(inference.get("maxTokens"), inference.get("max_new_tokens")))
                .attribute(
                        GenAiAttributes.REQUEST_TEMPERATURE,
                        inference.get("temperature").number())
                .attribute(GenAiAttributes.REQUEST_TOP_P, inference.get("topP").number())
                .attribute(GenAiAttributes.REQUEST_STOP_SEQUENCES, stopSequences(inference))
                .attribute(GenAiAttributes.REQUEST_TOP_K, topK(inference, request.get("additionalModelRequestFields")));
    }

    private static @Nullable List<String> stopSequences(Wire inference) {
        List<String> sequences = inference.get("stopSequences").items().stream()
                .map(Wire::text)
                .filter(Objects::nonNull)
                .toList();
        return sequences.isEmpty() ? null : sequences;
    }

    /** Nova has it among the others when invoked directly, else it is the model's own: all spell it differently. */
    private static @Nullable Number topK(Wire inference, Wire ofModel) {
        return first(
                inference.get("topK"),
                ofModel.get("top_k"),
                ofModel.get("k"),
                ofModel.get("inferenceConfig").get("topK"));
    }

    private static @Nullable Number first(Wire... candidates) {
        return Stream.of(candidates)
                .map(Wire::number)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
