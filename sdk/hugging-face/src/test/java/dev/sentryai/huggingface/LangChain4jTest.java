package dev.sentryai.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.huggingface.HuggingFaceEmbeddingModel;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.http.HttpProvider;
import dev.sentryai.providertests.http.JdkTransport;
import dev.sentryai.telemetry.SpanRecord;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The one model for Hugging Face that LangChain4j has. */
class LangChain4jTest {

    @Test
    void embeddingsOfLangChain4jAreRecorded() throws Exception {
        try (Bench<JdkTransport> bench = new Bench<>(new HttpProvider<>(new TextGeneration(), new JdkClient()))) {
            bench.recordContent();
            bench.leavesOut(Gap.USAGE);
            bench.llm().onEmbeddings().reply(Reply.embeddings(new float[] {0.5f}, new float[] {0.25f}));
            HuggingFaceEmbeddingModel model = HuggingFaceEmbeddingModel.builder()
                    .httpClientBuilder(new JdkHttpClientBuilder()
                            .httpClientBuilder(SentryHuggingFace.wrap(HttpClient.newBuilder())))
                    .baseUrl(bench.llm().baseUrl() + "/hf-inference/")
                    .accessToken("any")
                    .modelId("acme/bert")
                    .build();

            List<Embedding> embeddings =
                    bench.inTransaction(() -> model.embedAll(List.of(TextSegment.from("a"), TextSegment.from("b")))
                            .content());

            assertThat(embeddings)
                    .extracting(embedding -> embedding.vector()[0])
                    .containsExactly(0.5f, 0.25f);
            SpanRecord span = bench.onlyAiSpan();
            assertThat(span.name()).isEqualTo("embeddings acme/bert");
            assertThat(span.attributes())
                    .containsEntry(GenAiAttributes.PROVIDER_NAME, "huggingface")
                    .containsEntry(GenAiAttributes.EMBEDDINGS_INPUT, "[\"a\",\"b\"]");
            bench.verifySent();
        }
    }
}
