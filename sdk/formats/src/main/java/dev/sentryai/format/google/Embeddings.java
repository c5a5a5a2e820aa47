package dev.sentryai.format.google;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads embeddings; the vectors themselves are never looked at. */
final class Embeddings {

    private Embeddings() {}

    static GenAiRequest.Builder request(Wire request) {
        return GenAiRequest.builder(GenAiOps.EMBEDDINGS).embeddingsInput(() -> texts(request));
    }

    /** Returns the texts: one, those of a batch, or those of Vertex AI's instances. Of images nothing. */
    private static List<String> texts(Wire request) {
        Stream<Wire> contents = Stream.concat(
                Stream.of(request.get("content")),
                request.get("requests").items().stream().map(each -> each.get("content")));
        Stream<Wire> ofParts = contents.flatMap(content -> content.get("parts").items().stream())
                .map(part -> part.get("text"));
        Stream<Wire> ofInstances = request.get("instances").items().stream().map(each -> each.get("content"));
        return Stream.concat(ofParts, ofInstances)
                .map(Wire::text)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Only Vertex AI tells what embedding took, for each text. */
    static GenAiResponse response(Wire response) {
        Stream<Wire> ofEmbeddings = response.get("embeddings").items().stream()
                .map(embedding -> embedding.get("statistics").get("tokenCount"));
        Stream<Wire> ofPredictions = response.get("predictions").items().stream()
                .map(each -> each.get("embeddings").get("statistics").get("token_count"));
        List<Long> counts = Stream.concat(ofEmbeddings, ofPredictions)
                .map(Wire::number)
                .filter(Objects::nonNull)
                .map(count -> Math.max(0, count.longValue()))
                .toList();
        return GenAiResponse.builder().usage(sum(counts)).build();
    }

    private static TokenUsage sum(List<Long> counts) {
        long input = counts.stream().mapToLong(Long::longValue).sum();
        return counts.isEmpty()
                ? TokenUsage.NONE
                : TokenUsage.builder().input(input).build();
    }
}
