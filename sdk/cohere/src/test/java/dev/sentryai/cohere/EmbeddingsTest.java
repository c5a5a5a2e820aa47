package dev.sentryai.cohere;

import static org.assertj.core.api.Assertions.assertThat;

import com.cohere.api.requests.EmbedRequest;
import com.cohere.api.resources.v2.requests.V2EmbedRequest;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.providertests.Bench;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EmbeddingsTest extends CohereBench {

    @Test
    void embeddingsAreASpanOfTheirOwnKind() {
        bench.llm()
                .onEmbeddings()
                .reply(Reply.embeddings(new float[] {0.5f, -0.25f}).withUsage(9, 0));

        List<List<Double>> vectors = client.v2()
                .embed(Requests.embed("a text"))
                .getEmbeddings()
                .getFloat()
                .orElseThrow();

        SpanRecord span = bench.onlyAiSpan();
        assertThat(vectors).containsExactly(List.of(0.5, -0.25));
        assertThat(span.op()).isEqualTo("gen_ai.embeddings");
        assertThat(span.name()).isEqualTo("embeddings text-embedding-3-small");
        assertThat(span.usage().input()).isEqualTo(9);
        assertThat(span.usage().output()).isNull();
        assertThat(span.sent(GenAiAttributes.EMBEDDINGS_INPUT)).isEmpty();
    }

    @Test
    void textsAreRecorded() {
        bench.recordContent();

        client.v2().embed(Requests.embed("one", "two"));

        assertThat(input()).isEqualTo("[\"one\",\"two\"]");
    }

    @Test
    void textsBesideImagesAreRecordedAlone() {
        bench.recordContent();

        client.v2()
                .embed(Requests.as(
                        V2EmbedRequest.class,
                        Map.of(
                                "model",
                                "text-embedding-3-small",
                                "input_type",
                                "image",
                                "inputs",
                                List.of(Map.of(
                                        "content",
                                        List.of(
                                                Map.of("type", "text", "text", "a cat"),
                                                Map.of(
                                                        "type",
                                                        "image_url",
                                                        "image_url",
                                                        Map.of("url", "data:image/png;base64,Y2F0"))))))));

        assertThat(input()).isEqualTo("a cat");
    }

    @Test
    void firstVersionTellsItsTokensForListsAndForTypes() {
        bench.llm().onEmbeddings().reply(Reply.embeddings(new float[] {0.5f}).withUsage(9, 0));

        client.embed(LegacyRequests.embed("a text"));
        client.embed(Requests.as(
                EmbedRequest.class,
                Map.of(
                        "model",
                        "text-embedding-3-small",
                        "texts",
                        List.of("a text"),
                        "embedding_types",
                        List.of("float"))));

        assertThat(bench.telemetry().aiSpans())
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.usage().input()).isEqualTo(9));
    }

    @Test
    void asynchronousEmbeddingsAreRecorded() throws Exception {
        asyncClient.v2().embed(Requests.embed("a text")).get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        asyncClient.embed(LegacyRequests.embed("a text")).get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);

        assertThat(bench.telemetry().aiSpans())
                .extracting(SpanRecord::op)
                .containsExactly("gen_ai.embeddings", "gen_ai.embeddings");
    }

    private Object input() {
        return bench.onlyAiSpan().sent(GenAiAttributes.EMBEDDINGS_INPUT).orElse("");
    }
}
