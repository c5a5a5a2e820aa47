package dev.sentryai.format.bedrock;

import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How Amazon's models for embeddings are invoked: Titan's and Nova's. The vectors themselves are never looked at. */
final class Embeddings {

    static final WireOperation OPERATION = new WireOperation(
            Embeddings::request,
            () -> ResponseReader.of(Embeddings::response),
            () -> ResponseReader.of(Embeddings::response),
            body -> null);

    private Embeddings() {}

    private static GenAiRequest.Builder request(Wire body) {
        Wire ofNova = body.get("singleEmbeddingParams").get("text").get("value");
        return GenAiRequest.builder(GenAiOps.EMBEDDINGS).embeddingsInput(() -> texts(body.get("inputText"), ofNova));
    }

    private static List<String> texts(Wire... candidates) {
        return Stream.of(candidates).map(Wire::text).filter(Objects::nonNull).toList();
    }

    private static GenAiResponse response(Wire body) {
        return GenAiResponse.builder()
                .usage(Usage.of(body.get("inputTextTokenCount"), Wire.nothing()))
                .build();
    }
}
