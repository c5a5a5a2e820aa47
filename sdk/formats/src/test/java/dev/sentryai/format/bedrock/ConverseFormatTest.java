package dev.sentryai.format.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.format.FormatTest;
import dev.sentryai.format.WireOperation;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.telemetry.SpanRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConverseFormatTest extends FormatTest {

    private static final WireOperation CONVERSE = BedrockFormat.converse("amazon.nova-lite-v1:0");

    @Test
    void conversationIsRead() {
        SpanRecord span = whole(CONVERSE, """
                {"system":[{"text":"Be brief"}],"inferenceConfig":{"maxTokens":64},"additionalModelRequestFields":{"top_k":40},
                 "toolConfig":{"tools":[{"toolSpec":{"name":"weather","inputSchema":{"json":{"type":"object"}}}}]},
                 "messages":[
                   {"role":"user","content":[{"text":"Weather here?"},{"image":{"format":"png","source":{"bytes":"AAAA"}}}]},
                   {"role":"assistant","content":[{"toolUse":{"toolUseId":"t1","name":"weather","input":{"city":"Bonn"}}}]},
                   {"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":[{"text":"Rain"}]}}]}]}""", """
                {"output":{"message":{"role":"assistant","content":[{"text":"Rain"}]}},"stopReason":"end_turn",
                 "usage":{"inputTokens":5,"outputTokens":2,"cacheReadInputTokens":60,"cacheWriteInputTokens":35}}""");

        assertThat(span.integer(GenAiAttributes.REQUEST_MAX_TOKENS)).contains(64L);
        assertThat(span.integer(GenAiAttributes.REQUEST_TOP_K)).contains(40L);
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"));
        assertThat(span.toolDefinitions())
                .containsExactly(ToolDefinition.function("weather", null, Map.of("type", "object")));
        assertThat(span.inputMessages()).extracting(Message::role).containsExactly("user", "assistant", "tool");
        assertThat(span.inputMessages().get(0).parts())
                .containsExactly(new Part.Text("Weather here?"), new Part.Blob("image", "image/png"));
        assertThat(span.usage().input()).isEqualTo(100);
        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text("Rain"));
    }

    @Test
    void textOfADocumentIsTextAndToolsOfTheProviderHaveANameAlone() {
        SpanRecord span = whole(CONVERSE, """
                {"toolConfig":{"tools":[{"systemTool":{"name":"nova_grounding"}}]},
                 "messages":[{"role":"user","content":[
                   {"document":{"format":"txt","name":"notes","source":{"text":"plain words"}}}]}]}""", "{}");

        assertThat(span.toolDefinitions()).containsExactly(new ToolDefinition("system", "nova_grounding", null, null));
        assertThat(span.inputMessages().get(0).parts()).containsExactly(new Part.Text("plain words"));
    }

    @Test
    void citedTextIsText() {
        SpanRecord span = whole(CONVERSE, "{}", """
                {"output":{"message":{"role":"assistant","content":[
                  {"citationsContent":{"content":[{"text":"It rains"}],"citations":[]}}]}}}""");

        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text("It rains"));
    }

    @Test
    void streamedToolCallIsPutTogether() {
        SpanRecord span = streamed(CONVERSE, "{}", """
                {"role":"assistant"}""", """
                {"contentBlockIndex":0,"start":{"toolUse":{"toolUseId":"t1","name":"weather"}}}""", """
                {"contentBlockIndex":0,"delta":{"toolUse":{"input":"{\\"city\\":"}}}""", """
                {"contentBlockIndex":0,"delta":{"toolUse":{"input":"\\"Bonn\\"}"}}}""", """
                {"stopReason":"tool_use"}""", """
                {"usage":{"inputTokens":5,"outputTokens":2}}""");

        assertThat(span.finishReasons()).containsExactly("tool_use");
        assertThat(span.usage().output()).isEqualTo(2);
        assertThat(span.outputMessages().get(0).parts())
                .containsExactly(new Part.ToolCall("t1", "weather", Map.of("city", "Bonn")));
    }
}
