package dev.sentryai.cohere;

import com.cohere.api.types.ApiMeta;
import com.cohere.api.types.EmbedByTypeResponse;
import com.cohere.api.types.EmbedFloatsResponse;
import com.cohere.api.types.EmbedResponse;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads embeddings of both versions; the vectors themselves are never looked at. */
final class Embeddings {

    private Embeddings() {}

    static GenAiRequest.Builder request(Object params) {
        Wire request = CohereModels.wire(params);
        return GenAiRequest.builder(GenAiOps.EMBEDDINGS)
                .model(request.get("model").word())
                .embeddingsInput(() -> texts(request));
    }

    /** Returns the texts; those beside images too, but of images nothing. */
    private static List<String> texts(Wire request) {
        Stream<Wire> alone = request.get("texts").items().stream();
        Stream<Wire> ofInputs = request.get("inputs").items().stream()
                .flatMap(input -> input.get("content").items().stream())
                .map(part -> part.get("text"));
        return Stream.concat(alone, ofInputs)
                .map(Wire::text)
                .filter(Objects::nonNull)
                .toList();
    }

    static GenAiResponse response(Object embeddings) {
        Wire meta = meta(embeddings).map(CohereModels::wire).orElse(Wire.nothing());
        return GenAiResponse.builder().usage(Usage.tokens(meta)).build();
    }

    /** Only this of the response is converted: the rest are vectors. */
    private static Optional<ApiMeta> meta(Object embeddings) {
        if (embeddings instanceof EmbedResponse response) {
            return response.getEmbeddingsFloats()
                    .flatMap(EmbedFloatsResponse::getMeta)
                    .or(() -> response.getEmbeddingsByType().flatMap(EmbedByTypeResponse::getMeta));
        }
        return embeddings instanceof EmbedByTypeResponse response ? response.getMeta() : Optional.empty();
    }
}
