package dev.sentryai.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingsTest extends OpenAiBench {

    @Test
    void embeddingsAreASpanOfTheirOwnKind() {
        create(params().input("a text").build());

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.op()).isEqualTo("gen_ai.embeddings");
        assertThat(span.name()).isEqualTo("embeddings text-embedding-3-small");
        assertThat(span.usage().input()).isPositive();
        assertThat(span.usage().output()).isNull();
        assertThat(span.sent(GenAiAttributes.RESPONSE_MODEL)).isPresent();
        assertThat(span.sent(GenAiAttributes.EMBEDDINGS_INPUT)).isEmpty();
    }

    @Test
    void vectorsArriveWhicheverWayTheyTravel() {
        bench.llm().onEmbeddings().reply(Reply.embeddings(new float[] {0.5f, -0.25f}));

        CreateEmbeddingResponse asBase64 = create(params().input("a text").build());
        CreateEmbeddingResponse asNumbers = create(params().input("a text")
                .encodingFormat(EmbeddingCreateParams.EncodingFormat.FLOAT)
                .build());

        assertThat(asBase64.data().get(0).embedding()).containsExactly(0.5f, -0.25f);
        assertThat(asNumbers.data().get(0).embedding()).containsExactly(0.5f, -0.25f);
        assertThat(bench.telemetry().aiSpans()).hasSize(2);
    }

    @Test
    void oneTextIsRecordedAsItIs() {
        assertThat(inputOf(params().input("a text").build())).isEqualTo("a text");
    }

    @Test
    void severalTextsAreRecordedAsAnArray() {
        assertThat(inputOf(params().inputOfArrayOfStrings(List.of("one", "two")).build()))
                .isEqualTo("[\"one\",\"two\"]");
    }

    @Test
    void tokensOfOneTextAreOneInput() {
        assertThat(inputOf(params().inputOfArrayOfTokens(List.of(1L, 2L)).build()))
                .isEqualTo("[1,2]");
    }

    @Test
    void tokensOfSeveralTextsAreSeveralInputs() {
        assertThat(inputOf(params().inputOfArrayOfTokenArrays(List.of(List.of(1L, 2L), List.of(3L)))
                        .build()))
                .isEqualTo("[\"[1,2]\",\"[3]\"]");
    }

    private Object inputOf(EmbeddingCreateParams params) {
        bench.recordContent();
        create(params);
        return bench.onlyAiSpan().sent(GenAiAttributes.EMBEDDINGS_INPUT).orElse("");
    }

    private CreateEmbeddingResponse create(EmbeddingCreateParams params) {
        return client.embeddings().create(params);
    }

    private static EmbeddingCreateParams.Builder params() {
        return EmbeddingCreateParams.builder().model("text-embedding-3-small");
    }
}
