package dev.sentryai.format.cohere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.format.FormatTest;
import dev.sentryai.format.WireOperation;
import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CohereFormatTest extends FormatTest {

    private static final String ASKED = """
            {"model":"command-test","messages":[{"role":"user","content":"Weather?"}]}""";

    private static final String ASKED_BEFORE = """
            {"model":"command-test","message":"Weather?"}""";

    @Test
    void chatIsRead() {
        SpanRecord span = whole(CohereFormat.CHAT, """
                {"model":"command-test","max_tokens":100,"temperature":0.5,"p":0.25,"k":40,"seed":7,"stop_sequences":["END"],
                 "tools":[{"type":"function","function":{"name":"weather","parameters":{"type":"object"}}}],
                 "messages":[{"role":"system","content":"Be brief"},
                   {"role":"user","content":[{"type":"text","text":"Weather?"},
                     {"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]}]}""", """
                {"id":"c1","finish_reason":"TOOL_CALL","message":{"role":"assistant","tool_plan":"Look it up",
                   "tool_calls":[{"id":"call_1","type":"function","function":{"name":"weather","arguments":"{}"}}]},
                 "usage":{"billed_units":{"input_tokens":10,"output_tokens":5},"tokens":{"input_tokens":70,"output_tokens":9},
                   "cached_tokens":4}}""");

        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.REQUEST_TEMPERATURE, 0.5)
                .containsEntry(GenAiAttributes.REQUEST_TOP_P, 0.25)
                .containsEntry(GenAiAttributes.REQUEST_SEED, "7")
                .containsEntry(GenAiAttributes.REQUEST_STOP_SEQUENCES, List.of("END"));
        assertThat(span.integer(GenAiAttributes.REQUEST_TOP_K)).contains(40L);
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"));
        assertThat(span.toolDefinitions())
                .containsExactly(ToolDefinition.function("weather", null, Map.of("type", "object")));
        assertThat(span.inputMessages().get(0).parts())
                .containsExactly(new Part.Text("Weather?"), new Part.Blob("image", "image/png"));
        assertThat(span.outputMessages().get(0).parts())
                .containsExactly(new Part.Reasoning("Look it up"), new Part.ToolCall("call_1", "weather", Map.of()));
        assertThat(span.usage().input()).isEqualTo(10);
        assertThat(span.usage().output()).isEqualTo(5);
        assertThat(span.usage().cacheRead()).isEqualTo(4);
    }

    @Test
    void streamedChatIsPutTogether() {
        SpanRecord span = streamed(CohereFormat.CHAT, ASKED, """
                {"type":"message-start","id":"c1","delta":{"message":{"role":"assistant"}}}""", """
                {"type":"content-start","index":0,"delta":{"message":{"content":{"type":"text","text":""}}}}""", """
                {"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"Rain"}}}}""", """
                {"type":"message-end","delta":{"finish_reason":"COMPLETE","usage":{"tokens":{"input_tokens":3,"output_tokens":1}}}}""");

        assertThat(span.sent(GenAiAttributes.RESPONSE_ID)).contains("c1");
        assertThat(span.finishReasons()).containsExactly("COMPLETE");
        assertThat(span.usage().input()).isEqualTo(3);
        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text("Rain"));
    }

    @Test
    void chatThatCohereCouldNotFinishHasFailed() {
        SpanRecord span = whole(CohereFormat.CHAT, ASKED, """
                {"id":"c1","finish_reason":"ERROR"}""");

        assertThat(span.status()).isEqualTo("internal_error");
        assertThat(span.sent(CommonAttributes.ERROR_TYPE)).contains("ERROR");
    }

    @Test
    void legacyChatIsRead() {
        SpanRecord span = whole(CohereFormat.LEGACY_CHAT, """
                {"model":"command-test","message":"And tomorrow?","preamble":"Be brief","conversation_id":"conv_1",
                 "chat_history":[{"role":"USER","message":"Weather?"},{"role":"CHATBOT","message":"Rain"}]}""", """
                {"text":"Sun","generation_id":"g1","finish_reason":"COMPLETE",
                 "meta":{"billed_units":{"input_tokens":10,"output_tokens":5}}}""");

        assertThat(span.conversationId()).contains("conv_1");
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"));
        assertThat(span.inputMessages())
                .containsExactly(Message.user("Weather?"), Message.assistant("Rain"), Message.user("And tomorrow?"));
        assertThat(span.sent(GenAiAttributes.RESPONSE_ID)).contains("g1");
        assertThat(span.usage().input()).isEqualTo(10);
        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text("Sun"));
    }

    @Test
    void streamedLegacyChatThatBreaksOffIsPutTogether() {
        SpanRecord span = streamed(CohereFormat.LEGACY_CHAT, ASKED_BEFORE, """
                {"event_type":"stream-start","generation_id":"g1"}""", """
                {"event_type":"text-generation","text":"Ra"}""", """
                {"event_type":"text-generation","text":"in"}""");

        assertThat(span.sent(GenAiAttributes.RESPONSE_ID)).contains("g1");
        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text("Rain"));
    }

    @Test
    void embeddingsAreRead() {
        WireOperation embeddings = CohereFormat.EMBEDDINGS;
        SpanRecord span = whole(embeddings, """
                {"model":"embed-test","texts":["a","b"]}""", """
                {"embeddings":{"float":[[0.1],[0.2]]},"meta":{"billed_units":{"input_tokens":2}}}""");

        assertThat(span.op()).isEqualTo("gen_ai.embeddings");
        assertThat(span.sent(GenAiAttributes.EMBEDDINGS_INPUT)).contains("[\"a\",\"b\"]");
        assertThat(span.usage().input()).isEqualTo(2);
    }

    @Test
    void rankingIsAPlainSpan() {
        SpanRecord span = whole(CohereFormat.RERANK, """
                {"model":"rerank-test","query":"q","documents":["a"]}""", "{}");

        assertThat(span.name()).isEqualTo("rerank rerank-test");
        assertThat(span.isAi()).isFalse();
    }

    @Test
    void errorsHaveNoWordForTheirKind() {
        assertThat(CohereFormat.CHAT.errorType().apply(json("""
                {"message":"invalid api token"}"""))).isNull();
    }
}
