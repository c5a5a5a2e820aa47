package dev.sentryai.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.AnthropicClientAsync;
import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.core.http.HttpResponseFor;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.beta.messages.BetaMessage;
import com.anthropic.models.beta.messages.BetaRawMessageStreamEvent;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StructuredMessage;
import com.anthropic.models.messages.StructuredMessageCreateParams;
import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Question;
import dev.sentryai.telemetry.SpanRecord;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The many ways to make one and the same call. */
class ClientVariantsTest extends AnthropicBench {

    private static final com.anthropic.models.beta.messages.MessageCreateParams BETA =
            com.anthropic.models.beta.messages.MessageCreateParams.builder()
                    .model(Question.MODEL)
                    .maxTokens(256)
                    .addUserMessage("Hi")
                    .build();

    @Test
    void structuredOutputIsOneSpan() {
        bench.answer(Reply.text("{\"name\":\"Cologne\",\"degrees\":21}"));
        StructuredMessageCreateParams<City> params =
                PARAMS.toBuilder().outputConfig(City.class).build();

        StructuredMessage<City> message = client.messages().create(params);

        assertThat(message.content().get(0).text())
                .hasValueSatisfying(text -> assertThat(text.text().name).isEqualTo("Cologne"));
        assertThat(bench.onlyAiSpan().name()).isEqualTo("chat gpt-4o-mini");
    }

    @Test
    void betaMessageIsOneSpan() {
        bench.answer(Reply.text("Hello"));
        bench.recordContent();

        BetaMessage message = client.beta().messages().create(BETA);

        assertThat(message.content()).hasSize(1);
        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.name()).isEqualTo("chat gpt-4o-mini");
        assertThat(span.usage().input()).isEqualTo(12);
        assertThat(span.finishReasons()).containsExactly("end_turn");
        assertThat(span.inputMessages()).hasSize(1);
        assertThat(span.outputMessages()).hasSize(1);
    }

    @Test
    void streamedBetaMessageIsOneSpan() {
        try (StreamResponse<BetaRawMessageStreamEvent> events =
                client.beta().messages().createStreaming(BETA)) {
            assertThat(events.stream()).isNotEmpty();
        }

        assertThat(bench.onlyAiSpan().usage().output()).isEqualTo(30);
    }

    @Test
    void rawResponseIsReadWhenItIsParsed() {
        try (HttpResponseFor<Message> raw = client.withRawResponse().messages().create(PARAMS)) {
            assertThat(raw.statusCode()).isEqualTo(200);
            assertThat(raw.parse().content()).hasSize(1);
        }

        assertThat(bench.onlyAiSpan().finishReasons()).containsExactly("end_turn");
    }

    @Test
    void asynchronousRawResponseIsReadWhenItIsParsed() throws Exception {
        HttpResponseFor<Message> raw =
                get(client.async().messages().withRawResponse().create(PARAMS));

        assertThat(raw.parse().content()).hasSize(1);
        assertThat(bench.onlyAiSpan().usage().output()).isEqualTo(30);
    }

    @Test
    void rawStreamIsReadToItsEnd() {
        bench.answer(Reply.text("one two three"));

        try (HttpResponseFor<StreamResponse<RawMessageStreamEvent>> raw =
                        client.withRawResponse().messages().createStreaming(PARAMS);
                StreamResponse<RawMessageStreamEvent> events = raw.parse()) {
            assertThat(text(events.stream())).isEqualTo("one two three");
        }

        assertThat(bench.onlyAiSpan().usage().output()).isEqualTo(30);
    }

    @Test
    void asynchronousStreamIsReadToItsEnd() throws Exception {
        bench.answer(Reply.text("one two three"));
        StringBuffer text = new StringBuffer();

        get(client.async()
                .messages()
                .createStreaming(PARAMS)
                .subscribe(event -> text.append(AnthropicProvider.text(event)))
                .onCompleteFuture());

        assertThat(text).hasToString("one two three");
        assertThat(bench.onlyAiSpan().finishReasons()).containsExactly("end_turn");
    }

    @Test
    void asynchronousStreamThatFailsBeforeAnybodySubscribedIsRecorded() {
        bench.answer(Reply.error(401));
        AsyncStreamResponse<RawMessageStreamEvent> stream =
                client.async().messages().createStreaming(PARAMS);

        Throwable failure = catchThrowable(() -> get(stream.onCompleteFuture()));

        assertThat(failure).isNotNull();
        assertThat(bench.onlyAiSpan().sent("error.type")).contains("authentication_error");
    }

    @Test
    void wrappedAsynchronousClientIsRecorded() throws Exception {
        AnthropicClientAsync async = SentryAnthropic.wrap(bench.bare().async());

        get(async.messages().create(PARAMS));
        async.sync().messages().create(PARAMS);

        assertThat(bench.telemetry().aiSpans()).hasSize(2);
    }

    @Test
    void cancelledCallIsNoError() {
        bench.leavesOut(Gap.USAGE, Gap.ANSWER_MODEL);
        CompletableFuture<Void> gate = new CompletableFuture<>();
        bench.answer(Reply.text("Hello").holdAfterChunks(0, gate));
        CompletableFuture<Message> call = client.async().messages().create(PARAMS);

        call.cancel(true);
        gate.complete(null);

        assertThat(bench.onlyAiSpan().status()).isEqualTo("ok");
        assertThat(bench.telemetry().events()).isEmpty();
    }

    @Test
    void clientWithOtherOptionsIsRecordedWithItsOwnAddress() {
        try (FakeLlm other = FakeLlm.start()) {
            client.withOptions(options -> options.baseUrl(other.baseUrl()))
                    .messages()
                    .create(PARAMS);

            assertThat(other.requests()).hasSize(1);
            assertThat(bench.onlyAiSpan().sent("server.port").map(Object::toString))
                    .contains(other.baseUrl().replaceAll(".*:", ""));
        }
    }

    @Test
    void serviceWithOtherOptionsIsRecorded() {
        client.messages()
                .withOptions(options -> options.timeout(Duration.ofSeconds(5)))
                .create(PARAMS);

        assertThat(bench.telemetry().aiSpans()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"429, rate_limit_error", "529, overloaded_error", "404, not_found_error"})
    void errorsAreNamedAsAnthropicNamesThem(int status, String type) {
        bench.answer(Reply.error(status));

        catchThrowable(() -> client.messages().create(PARAMS));

        assertThat(bench.onlyAiSpan().attributes())
                .containsEntry("error.type", type)
                .containsEntry("http.response.status_code", (long) status);
    }

    @Test
    void countingTokensIsAPlainSpan() throws Exception {
        bench.llm().onTokenCounts().reply(Reply.text("").withUsage(17, 0));
        MessageCountTokensParams params = MessageCountTokensParams.builder()
                .model(Question.MODEL)
                .addUserMessage("Hi")
                .build();

        long tokens =
                bench.inTransaction(() -> client.messages().countTokens(params).inputTokens());

        assertThat(tokens).isEqualTo(17);
        assertThat(bench.telemetry().aiSpans()).isEmpty();
        assertThat(bench.telemetry().spans())
                .filteredOn(span -> "count_tokens gpt-4o-mini".equals(span.name()))
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.op()).isEqualTo("function");
                    assertThat(span.origin()).isEqualTo("auto.ai.anthropic");
                });
    }

    @Test
    void errorOfATokenCountQuotesNothing() throws Exception {
        bench.llm().onTokenCounts().reply(Reply.error(400).withMessage("Too long: canary-51a0"));
        MessageCountTokensParams params = MessageCountTokensParams.builder()
                .model(Question.MODEL)
                .addUserMessage("canary-51a0")
                .build();

        bench.inTransaction(() -> catchThrowable(() -> client.messages().countTokens(params)));

        assertThat(bench.telemetry().events()).hasSize(1);
        assertThat(bench.everythingSent()).doesNotContain("canary-51a0");
    }

    @Test
    void otherCallsPassThrough() {
        Throwable ofBare = catchThrowable(() -> bench.bare().models().list());

        Throwable failure = catchThrowable(() -> client.models().list());

        assertThat(failure).hasSameClassAs(ofBare);
        assertThat(bench.telemetry().spans()).isEmpty();
    }

    @Test
    void providerNameOfTheOptionsCounts() {
        bench.leavesOut(Gap.KNOWN_PROVIDER);
        AnthropicClient named =
                SentryAnthropic.wrap(bench.bare(), AnthropicOptions.defaults().withProviderName("my_gateway"));

        named.messages().create(PARAMS);

        assertThat(bench.onlyAiSpan().sent(GenAiAttributes.PROVIDER_NAME)).contains("my_gateway");
    }

    /** What the model is asked to answer. */
    static final class City {
        public String name = "";
        public int degrees;
    }
}
