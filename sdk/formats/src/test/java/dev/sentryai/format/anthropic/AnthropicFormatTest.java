package dev.sentryai.format.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.format.FormatTest;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnthropicFormatTest extends FormatTest {

    private static final String ASKED = """
            {"model":"claude-test","max_tokens":100,"messages":[{"role":"user","content":"Weather?"}]}""";

    @Test
    void requestIsRead() {
        SpanRecord span = whole(AnthropicFormat.MESSAGES, """
                {"model":"claude-test","max_tokens":100,"temperature":0.5,"top_p":0.25,"top_k":40,"stop_sequences":["END"],
                 "system":[{"type":"text","text":"Be brief"}],
                 "tools":[{"name":"weather","description":"Tells it","input_schema":{"type":"object"}}],
                 "messages":[
                   {"role":"user","content":[{"type":"text","text":"Weather here?"},
                     {"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}]},
                   {"role":"assistant","content":[{"type":"tool_use","id":"toolu_1","name":"weather","input":{"city":"Bonn"}}]},
                   {"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_1","content":"Rain"}]}]}""", "{}");

        assertThat(span.op()).isEqualTo("gen_ai.chat");
        assertThat(span.name()).isEqualTo("chat claude-test");
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.REQUEST_TEMPERATURE, 0.5)
                .containsEntry(GenAiAttributes.REQUEST_TOP_P, 0.25)
                .containsEntry(GenAiAttributes.REQUEST_STOP_SEQUENCES, List.of("END"));
        assertThat(span.integer(GenAiAttributes.REQUEST_MAX_TOKENS)).contains(100L);
        assertThat(span.integer(GenAiAttributes.REQUEST_TOP_K)).contains(40L);
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"));
        assertThat(span.toolDefinitions())
                .containsExactly(ToolDefinition.function("weather", "Tells it", Map.of("type", "object")));
        assertThat(span.inputMessages()).extracting(Message::role).containsExactly("user", "assistant", "tool");
        assertThat(span.inputMessages().get(0).parts())
                .containsExactly(new Part.Text("Weather here?"), new Part.Blob("image", "image/png"));
    }

    @Test
    void answerIsRead() {
        SpanRecord span = whole(AnthropicFormat.MESSAGES, ASKED, """
                {"id":"msg_1","model":"claude-test-1","stop_reason":"tool_use","content":[
                  {"type":"thinking","thinking":"Hm"},{"type":"text","text":"Rain"},
                  {"type":"tool_use","id":"toolu_1","name":"weather","input":{"city":"Bonn"}}],
                 "usage":{"input_tokens":5,"cache_read_input_tokens":60,"cache_creation_input_tokens":35,"output_tokens":30}}""");

        assertThat(span.sent(GenAiAttributes.RESPONSE_ID)).contains("msg_1");
        assertThat(span.responseModel()).contains("claude-test-1");
        assertThat(span.finishReasons()).containsExactly("tool_use");
        assertThat(span.usage())
                .isEqualTo(TokenUsage.builder()
                        .input(100)
                        .output(30)
                        .cacheRead(60)
                        .cacheCreation(35)
                        .total(130)
                        .build());
        assertThat(span.outputMessages().get(0).parts())
                .containsExactly(
                        new Part.Reasoning("Hm"),
                        new Part.Text("Rain"),
                        new Part.ToolCall("toolu_1", "weather", Map.of("city", "Bonn")));
    }

    @Test
    void streamedMessageIsPutTogether() {
        SpanRecord span = streamed(AnthropicFormat.MESSAGES, ASKED, """
                {"type":"message_start","message":{"id":"msg_1","model":"claude-test-1","usage":{"input_tokens":5,"output_tokens":1}}}""", """
                {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""", """
                {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Ra"}}""", """
                {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"in"}}""", """
                {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":7}}""", """
                {"type":"message_stop"}""");

        assertThat(span.finishReasons()).containsExactly("end_turn");
        assertThat(span.usage().input()).isEqualTo(5);
        assertThat(span.usage().output()).isEqualTo(7);
        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text("Rain"));
    }

    @Test
    void countingTokensIsAPlainSpan() {
        SpanRecord span = whole(AnthropicFormat.TOKEN_COUNTS, ASKED, """
                {"input_tokens":12}""");

        assertThat(span.name()).isEqualTo("count_tokens claude-test");
        assertThat(span.isAi()).isFalse();
    }

    @Test
    void errorsAreNamed() {
        assertThat(AnthropicFormat.MESSAGES.errorType().apply(json("""
                {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"""))).isEqualTo("overloaded_error");
        assertThat(AnthropicFormat.MESSAGES.errorType().apply(json("[]"))).isNull();
    }
}
