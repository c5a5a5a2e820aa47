package dev.sentryai.format.cohere;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads embeddings of both versions; the vectors themselves are never looked at. */
final class Embeddings {

    private Embeddings() {}

    static GenAiRequest.Builder request(Wire request) {
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

    static GenAiResponse response(Wire response) {
        return GenAiResponse.builder().usage(Usage.tokens(response.get("meta"))).build();
    }
}
