package dev.sentryai.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Question;
import dev.sentryai.telemetry.SpanRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.ResponseStream;

/** What is special to models that are invoked in formats of their own. */
class InvocationTest extends BedrockBench {

    private static final String LLAMA = "meta.llama3-1-8b-instruct-v1:0";

    @BeforeEach
    void recordContent() {
        bench.recordContent();
    }

    private InvokeModelResponse invoke(String modelId, String body) {
        return client.invokeModel(request -> request.modelId(modelId).body(SdkBytes.fromUtf8String(body)));
    }

    @Test
    void promptIsContinued() {
        bench.llm().onCompletions().reply(Reply.text("upon a time").withUsage(5, 4));

        InvokeModelResponse response = invoke(LLAMA, "{\"prompt\":\"Once\",\"max_gen_len\":64}");

        assertThat(response.body().asUtf8String()).contains("upon a time");
        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.name()).isEqualTo("text_completion " + LLAMA);
        assertThat(span.responseModel()).contains(LLAMA);
        assertThat(span.inputMessages()).containsExactly(Message.user("Once"));
        assertThat(span.usage().output()).isEqualTo(4);
    }

    @Test
    void streamIsReadChunkByChunk() throws Exception {
        bench.llm().onCompletions().reply(Reply.text("upon a time").withUsage(5, 4));
        List<ResponseStream> events = new ArrayList<>();

        get(async.invokeModelWithResponseStream(
                request -> request.modelId(LLAMA).body(SdkBytes.fromUtf8String("{\"prompt\":\"Once\"}")),
                InvokeModelWithResponseStreamResponseHandler.builder()
                        .subscriber(events::add)
                        .build()));

        assertThat(events).hasSizeGreaterThan(1);
        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.isStreaming()).isTrue();
        assertThat(span.timeToFirstChunkSeconds()).isPresent();
        assertThat(span.finishReasons()).containsExactly("stop");
        assertThat(span.usage().total()).isEqualTo(9);
        assertThat(span.outputMessages().toString()).contains("upon a time");
    }

    @Test
    void headersCountWhatTheBodyDoesNot() {
        bench.leavesOut(Gap.PRICE);
        bench.llm().onEmbeddings().reply(Reply.text("").withUsage(9, 0));

        invoke("cohere.embed-english-v3", "{\"texts\":[\"one\",\"two\"],\"input_type\":\"search_document\"}");

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.op()).isEqualTo("gen_ai.embeddings");
        assertThat(span.sent(GenAiAttributes.EMBEDDINGS_INPUT)).contains("[\"one\",\"two\"]");
        assertThat(span.usage().input()).isEqualTo(9);
    }

    @Test
    void bedrockCountsTheTokensOfStreamsThatDoNot() throws Exception {
        bench.leavesOut(Gap.PRICE);
        bench.answer(Reply.events(
                "{\"event_type\":\"text-generation\",\"text\":\"Rain\"}",
                "{\"event_type\":\"stream-end\",\"finish_reason\":\"COMPLETE\",\"response\":{\"text\":\"Rain\"},"
                        + "\"amazon-bedrock-invocationMetrics\":{\"inputTokenCount\":7,\"outputTokenCount\":2,"
                        + "\"cacheReadInputTokenCount\":3}}"));

        get(async.invokeModelWithResponseStream(
                request -> request.modelId("cohere.command-r-08-2024")
                        .body(SdkBytes.fromUtf8String("{\"message\":\"Weather?\"}")),
                InvokeModelWithResponseStreamResponseHandler.builder()
                        .subscriber(event -> {})
                        .build()));

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.usage())
                .isEqualTo(TokenUsage.builder()
                        .input(10)
                        .output(2)
                        .cacheRead(3)
                        .total(12)
                        .build());
        assertThat(span.outputMessages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "stability.sd3-5-large-v1:0, '{\"prompt\":\"A canary\"}'",
        "amazon.nova-canvas-v1:0, '{\"taskType\":\"TEXT_IMAGE\"}'",
        "ai.unheard-of-v1:0, no JSON at all",
        "ai.unheard-of-v1:0, ''"
    })
    void bodyOfNoKnownFormatLosesNothingElse(String modelId, String body) {
        bench.leavesOut(Gap.USAGE);
        bench.answer(Reply.json("{\"images\":[\"Y2FuYXJ5\"]}"));

        InvokeModelResponse response = bench.bare()
                .blocking()
                .invokeModel(request ->
                        request.modelId(modelId).body(SdkBytes.fromUtf8String(body.startsWith("{") ? body : "{}")));
        SentryBedrock.wrap(answering(response))
                .invokeModel(request -> request.modelId(modelId).body(SdkBytes.fromUtf8String(body)));

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.name()).isEqualTo("generate_content " + modelId);
        assertThat(span.status()).isEqualTo("ok");
        assertThat(bench.everythingSent()).doesNotContain("Y2FuYXJ5");
    }

    @Test
    void answerThatIsNoJsonIsHandedOnAsItIs() {
        bench.leavesOut(Gap.USAGE);
        InvokeModelResponse image = InvokeModelResponse.builder()
                .body(SdkBytes.fromByteArray(new byte[] {(byte) 0x89, 'P', 'N', 'G'}))
                .build();

        InvokeModelResponse response = SentryBedrock.wrap(answering(image))
                .invokeModel(
                        request -> request.modelId(LLAMA).body(SdkBytes.fromUtf8String("{\"prompt\":\"A canary\"}")));

        assertThat(response).isSameAs(image);
        assertThat(bench.onlyAiSpan().responseModel()).contains(LLAMA);
    }

    private static BedrockRuntimeClient answering(InvokeModelResponse response) {
        return new BedrockRuntimeClient() {
            @Override
            public InvokeModelResponse invokeModel(InvokeModelRequest request) {
                return response;
            }

            @Override
            public String serviceName() {
                return "bedrock";
            }

            @Override
            public void close() {}
        };
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic.claude-sonnet-4-v1:0, anthropic.claude-sonnet-4-v1:0",
        "eu.amazon.nova-lite-v1:0, eu.amazon.nova-lite-v1:0",
        "global.anthropic.claude-sonnet-4-v1:0, global.anthropic.claude-sonnet-4-v1:0",
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0, us.amazon.nova-lite-v1:0",
        "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0, amazon.nova-lite-v1:0",
        "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123, ",
        "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123, ",
        "arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.nova-lite-v1:0/abc123, ",
        "somebodys-model, "
    })
    void idTellsWhichModelAnswersWhereItNamesOne(String modelId, String model) {
        bench.leavesOut(Gap.PRICE);
        client.converse(
                Requests.whole(Question.of("Hi")).toBuilder().modelId(modelId).build());

        assertThat(bench.onlyAiSpan().responseModel().orElse(null)).isEqualTo(model);
    }
}
