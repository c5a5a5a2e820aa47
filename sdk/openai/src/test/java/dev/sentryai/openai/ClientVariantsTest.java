package dev.sentryai.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.openai.client.OpenAIClientAsync;
import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.StructuredChatCompletion;
import com.openai.models.chat.completions.StructuredChatCompletionCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.StructuredResponse;
import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Question;
import dev.sentryai.telemetry.SpanRecord;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The many ways to make one and the same call. */
class ClientVariantsTest extends OpenAiBench {

    private static final ChatCompletionCreateParams PARAMS = ChatProvider.params(Question.of("Hi"));

    @Test
    void structuredOutputIsOneSpan() {
        bench.answer(Reply.text("{\"name\":\"Cologne\",\"degrees\":21}"));
        StructuredChatCompletionCreateParams<City> params =
                PARAMS.toBuilder().responseFormat(City.class).build();

        StructuredChatCompletion<City> completion = client.chat().completions().create(params);

        assertThat(completion.choices().get(0).message().content())
                .hasValueSatisfying(city -> assertThat(city.name).isEqualTo("Cologne"));
        assertThat(bench.onlyAiSpan().name()).isEqualTo("chat gpt-4o-mini");
    }

    @Test
    void structuredResponseIsOneSpan() {
        bench.llm().onResponses().reply("{\"name\":\"Cologne\",\"degrees\":21}");

        StructuredResponse<City> response = client.responses()
                .create(ResponseCreateParams.builder()
                        .model("gpt-4o-mini")
                        .input("Where?")
                        .text(City.class)
                        .build());

        assertThat(response.status()).isPresent();
        assertThat(bench.onlyAiSpan().usage().input()).isEqualTo(12);
    }

    @Test
    void rawResponseIsReadWhenItIsParsed() {
        try (HttpResponseFor<ChatCompletion> raw =
                client.withRawResponse().chat().completions().create(PARAMS)) {
            assertThat(raw.statusCode()).isEqualTo(200);
            assertThat(raw.parse().choices()).hasSize(1);
        }

        assertThat(bench.onlyAiSpan().sent(GenAiAttributes.RESPONSE_FINISH_REASONS))
                .contains("[\"stop\"]");
    }

    @Test
    void rawResponseOfAServiceIsRecordedAsWell() {
        client.chat().completions().withRawResponse().create(PARAMS).parse();

        assertThat(bench.onlyAiSpan().usage().output()).isEqualTo(30);
    }

    @Test
    void rawResponseThatIsNotParsedIsACallWithoutDetails() {
        bench.leavesOut(Gap.USAGE, Gap.ANSWER_MODEL);
        client.withRawResponse().chat().completions().create(PARAMS).close();

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.status()).isEqualTo("ok");
        assertThat(span.usage().isEmpty()).isTrue();
    }

    @Test
    void asynchronousRawResponseIsReadWhenItIsParsed() throws Exception {
        HttpResponseFor<ChatCompletion> raw =
                get(client.async().withRawResponse().chat().completions().create(PARAMS));

        assertThat(raw.parse().choices()).hasSize(1);
        assertThat(bench.onlyAiSpan().usage().output()).isEqualTo(30);
    }

    @Test
    void rawStreamIsReadToItsEnd() {
        bench.leavesOut(Gap.USAGE);
        bench.answer(Reply.text("one two three"));

        try (HttpResponseFor<StreamResponse<ChatCompletionChunk>> raw =
                        client.withRawResponse().chat().completions().createStreaming(PARAMS);
                StreamResponse<ChatCompletionChunk> chunks = raw.parse()) {
            assertThat(text(chunks)).isEqualTo("one two three");
        }

        assertThat(bench.onlyAiSpan().sent(GenAiAttributes.RESPONSE_FINISH_REASONS))
                .contains("[\"stop\"]");
    }

    @Test
    void asynchronousStreamIsReadToItsEnd() throws Exception {
        bench.leavesOut(Gap.USAGE);
        bench.answer(Reply.text("one two three"));
        StringBuffer text = new StringBuffer();

        get(client.async()
                .chat()
                .completions()
                .createStreaming(PARAMS)
                .subscribe(chunk -> chunk.choices()
                        .forEach(choice -> choice.delta().content().ifPresent(text::append)))
                .onCompleteFuture());

        assertThat(text).hasToString("one two three");
        assertThat(bench.onlyAiSpan().sent(GenAiAttributes.RESPONSE_FINISH_REASONS))
                .contains("[\"stop\"]");
    }

    @Test
    void asynchronousStreamThatFailsBeforeAnybodySubscribedIsRecorded() {
        bench.answer(Reply.error(401));
        AsyncStreamResponse<ChatCompletionChunk> stream =
                client.async().chat().completions().createStreaming(PARAMS);

        Throwable failure = catchThrowable(() -> get(stream.onCompleteFuture()));

        assertThat(failure).isNotNull();
        assertThat(bench.onlyAiSpan().sent("error.type")).isPresent();
    }

    @Test
    void wrappedAsynchronousClientIsRecorded() throws Exception {
        OpenAIClientAsync async = SentryOpenAi.wrap(bench.bare().async());

        get(async.chat().completions().create(PARAMS));
        async.sync().chat().completions().create(PARAMS);

        assertThat(bench.telemetry().aiSpans()).hasSize(2);
    }

    @Test
    void cancelledCallIsNoError() {
        bench.leavesOut(Gap.USAGE, Gap.ANSWER_MODEL);
        CompletableFuture<Void> gate = new CompletableFuture<>();
        bench.answer(Reply.text("Hello").holdAfterChunks(0, gate));
        CompletableFuture<ChatCompletion> call =
                client.async().chat().completions().create(PARAMS);

        call.cancel(true);
        gate.complete(null);

        assertThat(bench.onlyAiSpan().status()).isEqualTo("ok");
        assertThat(bench.telemetry().events()).isEmpty();
    }

    @Test
    void clientWithOtherOptionsIsRecordedWithItsOwnAddress() {
        try (FakeLlm other = FakeLlm.start()) {
            client.withOptions(options -> options.baseUrl(other.openAiUrl()))
                    .chat()
                    .completions()
                    .create(PARAMS);

            assertThat(other.requests()).hasSize(1);
            assertThat(bench.onlyAiSpan().sent("server.port").map(Object::toString))
                    .contains(other.baseUrl().replaceAll(".*:", ""));
        }
    }

    @Test
    void serviceWithOtherOptionsIsRecorded() {
        client.chat()
                .completions()
                .withOptions(options -> options.timeout(Duration.ofSeconds(5)))
                .create(PARAMS);

        assertThat(bench.telemetry().aiSpans()).hasSize(1);
    }

    @Test
    void otherCallsPassThrough() {
        Throwable ofBare = catchThrowable(() -> bench.bare().models().list());

        Throwable failure = catchThrowable(() -> client.models().list());

        assertThat(failure).hasSameClassAs(ofBare);
        assertThat(bench.telemetry().aiSpans()).isEmpty();
    }

    @Test
    void settingsOfTheClientCount() {
        bench.leavesOut(Gap.KNOWN_PROVIDER);
        OpenAiOptions options = OpenAiOptions.defaults()
                .withRecordInputs(true)
                .withRecordOutputs(false)
                .withProviderName("my_gateway");
        bench.answer(Reply.text("Hello"));

        SentryOpenAi.wrap(bench.bare(), options).chat().completions().create(PARAMS);

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.sent(GenAiAttributes.PROVIDER_NAME)).contains("my_gateway");
        assertThat(span.sent(GenAiAttributes.INPUT_MESSAGES)).isPresent();
        assertThat(span.sent(GenAiAttributes.OUTPUT_MESSAGES)).isEmpty();
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String text(StreamResponse<ChatCompletionChunk> chunks) {
        return chunks.stream()
                .flatMap(chunk -> chunk.choices().stream())
                .map(choice -> choice.delta().content().orElse(""))
                .collect(Collectors.joining());
    }

    /** What the model is asked to answer. */
    static final class City {
        public String name = "";
        public int degrees;
    }
}
