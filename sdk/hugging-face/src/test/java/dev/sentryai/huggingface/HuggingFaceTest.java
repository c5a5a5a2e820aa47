package dev.sentryai.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.http.HttpProvider;
import dev.sentryai.providertests.http.JdkTransport;
import dev.sentryai.telemetry.SpanRecord;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HuggingFaceTest {

    private final Bench<JdkTransport> bench = new Bench<>(new HttpProvider<>(new TextGeneration(), new JdkClient()));
    private final JdkTransport client = bench.client();

    @BeforeEach
    void record() {
        bench.recordContent();
        bench.leavesOut(Gap.values()); // the requests are as short as can be
    }

    @AfterEach
    void close() {
        try (bench) {
            bench.verifySent();
        }
    }

    @Test
    void aServerOfOneModelIsNotToldWhich() {
        bench.answer(Reply.text("Rain").withUsage(4, 2));

        client.post(
                "/generate",
                "{\"inputs\":\"Weather?\",\"parameters\":{\"details\":true,\"decoder_input_details\":true}}");

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.op()).isEqualTo("gen_ai.text_completion");
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.REQUEST_MODEL, "tgi")
                .containsEntry(GenAiAttributes.PROVIDER_NAME, "huggingface");
        assertThat(span.usage().output()).isEqualTo(2);
        assertThat(span.finishReasons()).containsExactly("eos_token");
    }

    @Test
    void tokensThatTheBodyDoesNotTellAreToldByHeaders() {
        bench.answer(Reply.text("Rain").withUsage(4, 2));

        client.post("/generate", "{\"inputs\":\"Weather?\"}");

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.usage().input()).isEqualTo(4);
        assertThat(span.usage().output()).isEqualTo(2);
    }

    @Test
    void detailsCountAllSequencesAndHeadersTheInput() {
        bench.answer(Reply.text("Rain").withUsage(4, 2).withChoices(Reply.text("Sun")));

        client.post("/generate", "{\"inputs\":\"Weather?\",\"parameters\":{\"details\":true,\"best_of\":2}}");

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.usage().input()).isEqualTo(4);
        assertThat(span.usage().output()).isEqualTo(4);
    }

    @Test
    void aPathCanAskForAStream() {
        bench.answer(Reply.text("ignored").withChunks("one ", "two").withUsage(4, 2));

        client.post("/generate_stream", "{\"inputs\":\"Count\",\"parameters\":{\"details\":true}}");

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.attributes()).containsEntry(GenAiAttributes.RESPONSE_STREAMING, true);
        assertThat(span.sent(GenAiAttributes.RESPONSE_TIME_TO_FIRST_CHUNK)).isPresent();
        assertThat(span.usage().input()).isEqualTo(4);
    }

    @Test
    void chatsAreOfHuggingFaceWhereverTheyGo() {
        client.post("/v1/chat/completions", "{\"model\":\"tgi\",\"messages\":[]}");

        assertThat(bench.onlyAiSpan().attributes()).containsEntry(GenAiAttributes.PROVIDER_NAME, "huggingface");
    }

    @Test
    void textsAreEmbedded() {
        client.post("/embed", "{\"inputs\":[\"a\",\"b\"]}");

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.op()).isEqualTo("gen_ai.embeddings");
        assertThat(span.sent(GenAiAttributes.EMBEDDINGS_INPUT)).contains("[\"a\",\"b\"]");
        assertThat(span.usage().input()).isEqualTo(12);
    }

    @Test
    void modelsThatClassifyAreLeftAlone() {
        client.post("/models/acme/classifier", "{\"inputs\":\"I like you\"}");
        client.post("/", "{\"inputs\":\"I like you\",\"parameters\":{\"top_labels\":2}}");

        assertThat(bench.telemetry().spans()).isEmpty();
    }

    @Test
    void theProviderCanBeNamed() {
        HttpClient named = SentryHuggingFace.wrap(
                HttpClient.newHttpClient(), HuggingFaceOptions.defaults().withProviderName("acme"));

        new JdkTransport(named, bench.llm().baseUrl()).post("/embed", "{\"inputs\":\"a\"}");

        assertThat(bench.onlyAiSpan().attributes()).containsEntry(GenAiAttributes.PROVIDER_NAME, "acme");
    }
}
