package dev.sentryai.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Question;
import dev.sentryai.telemetry.SpanRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;

/** What answers say. */
class ResponseTest extends BedrockBench {

    private static final String ROUTED = "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet";

    @BeforeEach
    void recordContent() {
        bench.recordContent();
    }

    @Test
    void thoughtsAreReasoning() {
        bench.answer(Reply.json("""
                {"output":{"message":{"role":"assistant","content":[
                  {"reasoningContent":{"reasoningText":{"text":"Let me see","signature":"c2ln"}}},{"text":"It rains"}]}},
                 "stopReason":"max_tokens","usage":{"inputTokens":12,"outputTokens":30,"totalTokens":42}}
                """));

        client.converse(REQUEST);

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.finishReasons()).containsExactly("max_tokens");
        assertThat(span.outputMessages().get(0).parts())
                .containsExactly(new Part.Reasoning("Let me see"), new Part.Text("It rains"));
    }

    @Test
    void routerTellsWhichModelAnswered() {
        bench.leavesOut(Gap.USAGE);
        bench.answer(Reply.json("""
                {"output":{"message":{"role":"assistant","content":[{"text":"Hello"}]}},"stopReason":"end_turn",
                 "trace":{"promptRouter":{"invokedModelId":"%s"}}}
                """.formatted(ROUTED)));

        client.converse(REQUEST);

        assertThat(bench.onlyAiSpan().sent(GenAiAttributes.RESPONSE_MODEL)).contains("anthropic.claude-sonnet");
    }

    @Test
    void answerWithoutAnythingIsRecorded() {
        bench.leavesOut(Gap.USAGE);
        bench.answer(Reply.json("{}"));

        ConverseResponse response = client.converse(REQUEST);

        assertThat(response.stopReason()).isNull();
        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.status()).isEqualTo("ok");
        assertThat(span.outputMessages()).isEmpty();
        assertThat(span.usage().isEmpty()).isTrue();
    }

    @Test
    void throttlingIsNamed() {
        bench.answer(Reply.error(429));

        assertThatThrownBy(() -> client.converse(REQUEST)).isInstanceOf(ThrottlingException.class);

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.attributes())
                .containsEntry(CommonAttributes.ERROR_TYPE, "ThrottlingException")
                .containsEntry(CommonAttributes.HTTP_RESPONSE_STATUS_CODE, 429L);
    }

    /** Over HTTP/1.1 the client takes a connection that is closed for the end, and the application sees no failure. */
    @Test
    void streamThatBreaksOffKeepsWhatHadArrived() {
        bench.leavesOut(Gap.USAGE);
        bench.answer(Reply.text("ignored").withChunks("one ", "two ", "three").cutAfterChunks(2));

        try (AnswerStream answer = bench.provider().stream(bench.client(), Question.of("Hi"))) {
            assertThat(answer.readAll()).isEqualTo("one two ");
        }

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text("one two "));
        assertThat(span.finishReasons()).isEmpty();
    }

    @Test
    void streamedTextAndToolCallAreTwoParts() {
        bench.answer(Reply.text("Let me look").withToolCall("call_1", "weather", "{\"city\":\"Cologne\"}"));

        try (AnswerStream answer = bench.provider().stream(bench.client(), Question.of("Hi"))) {
            assertThat(answer.readAll()).isEqualTo("Let me look");
        }

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.finishReasons()).containsExactly("tool_use");
        assertThat(span.outputMessages().get(0).parts())
                .hasSize(2)
                .startsWith(new Part.Text("Let me look"))
                .last()
                .isInstanceOf(Part.ToolCall.class);
    }
}
