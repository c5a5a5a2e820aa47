package dev.sentryai.cohere;

import com.cohere.api.core.ObjectMappers;
import com.cohere.api.types.EmbedByTypeResponse;
import com.cohere.api.types.EmbedFloatsResponse;
import com.cohere.api.types.EmbedResponse;
import dev.sentryai.wire.Wire;
import java.util.Map;
import java.util.Optional;

/** Reads the client's models as the client itself writes them: most are unions that give away nothing else. */
final class CohereModels {

    private CohereModels() {}

    static Wire wire(Object model) {
        if (model instanceof EmbedResponse response) {
            return meta(response.getEmbeddingsFloats()
                    .flatMap(EmbedFloatsResponse::getMeta)
                    .or(() -> response.getEmbeddingsByType().flatMap(EmbedByTypeResponse::getMeta)));
        }
        return model instanceof EmbedByTypeResponse response ? meta(response.getMeta()) : Wire.of(json(model));
    }

    /** Only this of embeddings is converted: the rest are vectors. */
    private static Wire meta(Optional<?> meta) {
        return Wire.of(meta.map(known -> Map.of("meta", json(known))).orElse(Map.of()));
    }

    private static Object json(Object model) {
        return ObjectMappers.JSON_MAPPER.convertValue(model, Object.class);
    }
}
