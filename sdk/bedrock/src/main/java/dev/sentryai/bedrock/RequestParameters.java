package dev.sentryai.bedrock;

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
        return builder.model(ModelName.of(request.get("modelId")))
                .attribute(
                        GenAiAttributes.REQUEST_MAX_TOKENS,
                        inference.get("maxTokens").number())
                .attribute(
                        GenAiAttributes.REQUEST_TEMPERATURE,
                        inference.get("temperature").number())
                .attribute(GenAiAttributes.REQUEST_TOP_P, inference.get("topP").number())
                .attribute(GenAiAttributes.REQUEST_STOP_SEQUENCES, stopSequences(inference))
                .attribute(GenAiAttributes.REQUEST_TOP_K, topK(request.get("additionalModelRequestFields")));
    }

    private static @Nullable List<String> stopSequences(Wire inference) {
        List<String> sequences = inference.get("stopSequences").items().stream()
                .map(Wire::text)
                .filter(Objects::nonNull)
                .toList();
        return sequences.isEmpty() ? null : sequences;
    }

    /** Anthropic, Cohere and Amazon spell it differently. */
    private static @Nullable Number topK(Wire ofModel) {
        return Stream.of(
                        ofModel.get("top_k"),
                        ofModel.get("k"),
                        ofModel.get("inferenceConfig").get("topK"))
                .map(Wire::number)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
