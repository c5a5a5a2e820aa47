package dev.sentryai.format.openai;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.wire.Wire;

/** Reads embeddings; the vectors themselves are never looked at. */
final class Embeddings {

    private Embeddings() {}

    static GenAiRequest.Builder request(Wire request) {
        return GenAiRequest.builder(GenAiOps.EMBEDDINGS)
                .model(request.get("model").word())
                .embeddingsInput(() -> Inputs.texts(request.get("input")));
    }

    static GenAiResponse response(Wire response) {
        return GenAiResponse.builder()
                .model(response.get("model").word())
                .usage(Usage.OF_COMPLETION.read(response.get("usage")))
                .build();
    }
}
