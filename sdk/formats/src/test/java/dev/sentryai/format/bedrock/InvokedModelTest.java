package dev.sentryai.format.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.format.FormatTest;
import dev.sentryai.format.WireOperation;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models that are invoked in their makers' formats. */
class InvokedModelTest extends FormatTest {

    /** One maker's format: what is asked, what is answered whole and in a stream, and what is to be told of it. */
    private enum Family {
        CLAUDE("anthropic.claude-sonnet", "chat", """
                {"anthropic_version":"bedrock-2023-05-31","max_tokens":64,"temperature":0.5,"top_p":0.25,"stop_sequences":["END"],
                 "messages":[{"role":"user","content":"Weather?"}]}""", """
                {"type":"message","content":[{"type":"text","text":"Rain"}],"stop_reason":"end_turn",
                 "usage":{"input_tokens":5,"output_tokens":2}}""", List.of("""
                        {"type":"message_start","message":{"usage":{"input_tokens":5,"output_tokens":1}}}""", """
                        {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Ra"}}""", """
                        {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"in"}}""", """
                        {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2}}"""), "end_turn"),
        CLAUDE_OF_OLD("anthropic.claude-v2:1", "text_completion", """
                {"prompt":"Weather?","max_tokens_to_sample":64,"temperature":0.5,"top_p":0.25,"stop_sequences":["END"]}""", """
                {"type":"completion","completion":"Rain","stop_reason":"stop_sequence","stop":"END"}""", List.of("""
                        {"type":"completion","completion":"Ra","stop_reason":null}""", """
                        {"type":"completion","completion":"in","stop_reason":"stop_sequence",
                         "amazon-bedrock-invocationMetrics":{"inputTokenCount":5,"outputTokenCount":2}}"""), "stop_sequence"),
        NOVA("amazon.nova-lite-v1:0", "chat", """
                {"schemaVersion":"messages-v1","messages":[{"role":"user","content":[{"text":"Weather?"}]}],
                 "inferenceConfig":{"maxTokens":64,"temperature":0.5,"topP":0.25,"topK":40,"stopSequences":["END"]}}""", """
                {"output":{"message":{"role":"assistant","content":[{"text":"Rain"}]}},"stopReason":"end_turn",
                 "usage":{"inputTokens":5,"outputTokens":2,"totalTokens":7}}""", List.of("""
                        {"messageStart":{"role":"assistant"}}""", """
                        {"contentBlockDelta":{"delta":{"text":"Ra"},"contentBlockIndex":0}}""", """
                        {"contentBlockDelta":{"delta":{"text":"in"},"contentBlockIndex":0}}""", """
                        {"contentBlockStop":{"contentBlockIndex":0}}""", """
                        {"messageStop":{"stopReason":"end_turn"}}""", """
                        {"metadata":{"usage":{"inputTokens":5,"outputTokens":2}}}"""), "end_turn"),
        TITAN("amazon.titan-text-express-v1", "text_completion", """
                {"inputText":"Weather?","textGenerationConfig":{"maxTokenCount":64,"temperature":0.5,"topP":0.25,"stopSequences":["END"]}}""", """
                {"inputTextTokenCount":5,"results":[{"tokenCount":2,"outputText":"Rain","completionReason":"FINISH"}]}""", List.of("""
                        {"index":0,"inputTextTokenCount":5,"outputText":"Ra","completionReason":null}""", """
                        {"index":0,"inputTextTokenCount":5,"totalOutputTextTokenCount":2,"outputText":"in","completionReason":"FINISH"}"""), "FINISH"),
        LLAMA("meta.llama3-8b-instruct-v1:0", "text_completion", """
                {"prompt":"Weather?","max_gen_len":64,"temperature":0.5,"top_p":0.25,"stop":["END"]}""", """
                {"generation":"Rain","prompt_token_count":5,"generation_token_count":2,"stop_reason":"stop"}""", List.of("""
                        {"generation":"Ra","prompt_token_count":5,"generation_token_count":1,"stop_reason":null}""", """
                        {"generation":"in","prompt_token_count":null,"generation_token_count":2,"stop_reason":"stop"}"""), "stop"),
        COMMAND_R("cohere.command-r-v1:0", "chat", """
                {"message":"Weather?","max_tokens":64,"temperature":0.5,"p":0.25,"stop_sequences":["END"]}""", """
                {"response_id":"r1","text":"Rain","generation_id":"g1","finish_reason":"COMPLETE",
                 "meta":{"billed_units":{"input_tokens":5,"output_tokens":2}}}""", List.of("""
                        {"event_type":"stream-start","generation_id":"g1"}""", """
                        {"event_type":"text-generation","text":"Rain"}""", """
                        {"event_type":"stream-end","finish_reason":"COMPLETE","response":{"text":"Rain","generation_id":"g1"},
                         "amazon-bedrock-invocationMetrics":{"inputTokenCount":5,"outputTokenCount":2}}"""), "COMPLETE"),
        COMMAND("cohere.command-text-v14", "text_completion", """
                {"prompt":"Weather?","max_tokens":64,"temperature":0.5,"p":0.25,"stop_sequences":["END"]}""", """
                {"id":"i1","generations":[{"id":"g1","text":"Rain","finish_reason":"COMPLETE"}],"prompt":"Weather?"}""", List.of("""
                        {"text":"Ra","is_finished":false}""", """
                        {"text":"in","is_finished":false}""", """
                        {"is_finished":true,"finish_reason":"COMPLETE",
                         "amazon-bedrock-invocationMetrics":{"inputTokenCount":5,"outputTokenCount":2}}"""), "COMPLETE"),
        MISTRAL("mistral.mistral-7b-instruct-v0:2", "text_completion", """
                {"prompt":"Weather?","max_tokens":64,"temperature":0.5,"top_p":0.25,"stop":["END"]}""", """
                {"outputs":[{"text":"Rain","stop_reason":"stop"}]}""", List.of("""
                        {"outputs":[{"text":"Ra","stop_reason":null}]}""", """
                        {"outputs":[{"text":"in","stop_reason":"stop"}],
                         "amazon-bedrock-invocationMetrics":{"inputTokenCount":5,"outputTokenCount":2}}"""), "stop"),
        MISTRAL_CHAT("mistral.mistral-large-2402-v1:0", "chat", """
                {"messages":[{"role":"user","content":"Weather?"}],"max_tokens":64,"temperature":0.5,"top_p":0.25,"stop":["END"]}""", """
                {"choices":[{"index":0,"message":{"role":"assistant","content":"Rain"},"stop_reason":"stop"}],
                 "usage":{"prompt_tokens":5,"completion_tokens":2}}""", List.of("""
                        {"choices":[{"index":0,"message":{"role":"assistant","content":"Ra"},"stop_reason":null}]}""", """
                        {"choices":[{"index":0,"message":{"role":"assistant","content":"in"},"stop_reason":"stop"}],
                         "amazon-bedrock-invocationMetrics":{"inputTokenCount":5,"outputTokenCount":2}}"""), "stop"),
        GPT_OSS("openai.gpt-oss-120b-1:0", "chat", """
                {"messages":[{"role":"user","content":"Weather?"}],"max_completion_tokens":64,"temperature":0.5,"top_p":0.25,"stop":["END"]}""", """
                {"choices":[{"index":0,"message":{"role":"assistant","content":"Rain"},"finish_reason":"stop"}],
                 "usage":{"prompt_tokens":5,"completion_tokens":2}}""", List.of("""
                        {"choices":[{"index":0,"delta":{"role":"assistant","content":"Ra"}}]}""", """
                        {"choices":[{"index":0,"delta":{"content":"in"},"finish_reason":"stop"}],
                         "amazon-bedrock-invocationMetrics":{"inputTokenCount":5,"outputTokenCount":2}}"""), "stop");

        private final String modelId;
        private final String operation;
        private final String request;
        private final String answer;
        private final List<String> events;
        private final String stopReason;

        Family(
                String modelId,
                String operation,
                String request,
                String answer,
                List<String> events,
                String stopReason) {
            this.modelId = modelId;
            this.operation = operation;
            this.request = request;
            this.answer = answer;
            this.events = events;
            this.stopReason = stopReason;
        }

        WireOperation invocation() {
            return BedrockFormat.invokeModel(modelId);
        }

        /** In some formats only Bedrock's headers count the tokens of a whole answer. */
        boolean countsWhole() {
            return List.of(CLAUDE, NOVA, TITAN, LLAMA, COMMAND_R, MISTRAL_CHAT, GPT_OSS)
                    .contains(this);
        }
    }

    @ParameterizedTest
    @EnumSource
    void wholeAnswerIsRead(Family family) {
        SpanRecord span = whole(family.invocation(), family.request, family.answer);

        assertTold(family, span);
        assertThat(span.usage().input()).isEqualTo(family.countsWhole() ? 5L : null);
        assertThat(span.usage().output()).isEqualTo(family.countsWhole() ? 2L : null);
    }

    @ParameterizedTest
    @EnumSource
    void streamedAnswerIsPutTogether(Family family) {
        SpanRecord span = streamed(family.invocation(), family.request, family.events.toArray(String[]::new));

        assertTold(family, span);
        assertThat(span.usage().input()).isEqualTo(5);
        assertThat(span.usage().output()).isEqualTo(2);
    }

    private static void assertTold(Family family, SpanRecord span) {
        assertThat(span.name()).isEqualTo(family.operation + ' ' + family.modelId);
        assertThat(span.integer(GenAiAttributes.REQUEST_MAX_TOKENS)).contains(64L);
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.REQUEST_TEMPERATURE, 0.5)
                .containsEntry(GenAiAttributes.REQUEST_TOP_P, 0.25)
                .containsEntry(GenAiAttributes.REQUEST_STOP_SEQUENCES, List.of("END"));
        assertThat(span.inputMessages()).hasSize(1);
        assertThat(span.inputMessages().get(0).parts()).containsExactly(new Part.Text("Weather?"));
        assertThat(span.finishReasons()).containsExactly(family.stopReason);
        assertThat(span.outputMessages()).hasSize(1);
        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text("Rain"));
    }

    @Test
    void textsToEmbedAreRead() {
        SpanRecord span = whole(BedrockFormat.invokeModel("amazon.titan-embed-text-v2:0"), """
                {"inputText":"one","dimensions":256}""", """
                {"embedding":[0.1],"inputTextTokenCount":3}""");

        assertThat(span.op()).isEqualTo("gen_ai.embeddings");
        assertThat(span.sent(GenAiAttributes.EMBEDDINGS_INPUT)).contains("one");
        assertThat(span.usage().input()).isEqualTo(3);
    }

    @Test
    void textsToEmbedWithNovaAreRead() {
        SpanRecord span = whole(BedrockFormat.invokeModel("amazon.nova-2-multimodal-embeddings-v1:0"), """
                {"taskType":"SINGLE_EMBEDDING","singleEmbeddingParams":{"text":{"truncationMode":"END","value":"one"}}}""", """
                {"embeddings":[{"embeddingType":"TEXT","embedding":[0.1]}]}""");

        assertThat(span.op()).isEqualTo("gen_ai.embeddings");
        assertThat(span.sent(GenAiAttributes.EMBEDDINGS_INPUT)).contains("one");
    }

    @Test
    void cacheOfNovaIsPartOfTheInput() {
        SpanRecord span = whole(BedrockFormat.invokeModel("amazon.nova-lite-v1:0"), Family.NOVA.request, """
                {"output":{"message":{"content":[{"text":"Rain"}]}},
                 "usage":{"inputTokens":5,"outputTokens":2,"cacheReadInputTokenCount":60,"cacheWriteInputTokenCount":35}}""");

        assertThat(span.usage().input()).isEqualTo(100);
        assertThat(span.usage().cacheRead()).isEqualTo(60);
        assertThat(span.usage().cacheCreation()).isEqualTo(35);
    }

    @Test
    void rankingIsAPlainSpan() {
        SpanRecord span = whole(BedrockFormat.invokeModel("cohere.rerank-v3-5:0"), """
                {"query":"q","documents":["a"],"api_version":2}""", """
                {"results":[{"index":0,"relevance_score":0.9}]}""");

        assertThat(span.isAi()).isFalse();
    }
}
