package dev.sentryai.format.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.format.FormatTest;
import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OllamaFormatTest extends FormatTest {

    private static final String HI = "{\"model\":\"qwen3\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

    @Test
    void conversationIsRead() {
        SpanRecord span = whole(OllamaFormat.CHAT, """
                {"model":"qwen3","stream":false,"think":"high",
                 "options":{"num_predict":64,"temperature":0.5,"top_p":0.25,"top_k":40,"seed":7,"stop":["END"],
                            "frequency_penalty":0.1,"presence_penalty":0.2},
                 "tools":[{"type":"function","function":{"name":"weather","description":"Tells","parameters":{"type":"object"}}}],
                 "messages":[
                   {"role":"system","content":"Be brief"},
                   {"role":"user","content":"Weather here?","images":["AAAA"]},
                   {"role":"assistant","content":"","thinking":"Where?",
                    "tool_calls":[{"id":"c1","function":{"name":"weather","arguments":{"city":"Bonn"}}}]},
                   {"role":"tool","tool_name":"weather","tool_call_id":"c1","content":"Rain"}]}""", """
                {"model":"qwen3:8b","created_at":"2025-01-01T00:00:00Z","message":{"role":"assistant","content":"Rain","thinking":"So"},
                 "done_reason":"stop","done":true,"total_duration":5,"prompt_eval_count":26,"eval_count":9}""");

        assertThat(span.name()).isEqualTo("chat qwen3");
        assertThat(span.integer(GenAiAttributes.REQUEST_MAX_TOKENS)).contains(64L);
        assertThat(span.integer(GenAiAttributes.REQUEST_TOP_K)).contains(40L);
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.REQUEST_TEMPERATURE, 0.5)
                .containsEntry(GenAiAttributes.REQUEST_TOP_P, 0.25)
                .containsEntry(GenAiAttributes.REQUEST_FREQUENCY_PENALTY, 0.1)
                .containsEntry(GenAiAttributes.REQUEST_PRESENCE_PENALTY, 0.2)
                .containsEntry(GenAiAttributes.REQUEST_SEED, "7")
                .containsEntry(GenAiAttributes.REQUEST_STOP_SEQUENCES, List.of("END"))
                .containsEntry(GenAiAttributes.REQUEST_REASONING_LEVEL, "high")
                .containsEntry(GenAiAttributes.RESPONSE_MODEL, "qwen3:8b");
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"));
        assertThat(span.toolDefinitions())
                .containsExactly(ToolDefinition.function("weather", "Tells", Map.of("type", "object")));
        assertThat(span.inputMessages()).extracting(Message::role).containsExactly("user", "assistant", "tool");
        assertThat(span.inputMessages().get(0).parts())
                .containsExactly(new Part.Text("Weather here?"), new Part.Blob("image", null));
        assertThat(span.inputMessages().get(1).parts())
                .containsExactly(
                        new Part.Reasoning("Where?"), new Part.ToolCall("c1", "weather", Map.of("city", "Bonn")));
        assertThat(span.inputMessages().get(2).parts()).containsExactly(new Part.ToolCallResponse("c1", "Rain"));
        assertThat(span.usage().input()).isEqualTo(26);
        assertThat(span.usage().output()).isEqualTo(9);
        assertThat(span.finishReasons()).containsExactly("stop");
        assertThat(span.outputMessages().get(0).parts())
                .containsExactly(new Part.Reasoning("So"), new Part.Text("Rain"));
    }

    @Test
    void linesArePutTogether() {
        SpanRecord span = streamed(
                OllamaFormat.CHAT,
                HI,
                "{\"model\":\"qwen3\",\"message\":{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"So \"},\"done\":false}",
                "{\"model\":\"qwen3\",\"message\":{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"what\"},\"done\":false}",
                "{\"model\":\"qwen3\",\"message\":{\"role\":\"assistant\",\"content\":\"Ra\"},\"done\":false}",
                "{\"model\":\"qwen3\",\"message\":{\"role\":\"assistant\",\"content\":\"in\"},\"done\":false}",
                "{\"message\":{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":"
                        + "[{\"function\":{\"name\":\"weather\",\"arguments\":{\"city\":\"Bonn\"}}}]},\"done\":false}",
                "{\"model\":\"qwen3\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,"
                        + "\"done_reason\":\"stop\",\"prompt_eval_count\":4,\"eval_count\":2}");

        assertThat(span.outputMessages()).hasSize(1);
        assertThat(span.outputMessages().get(0).parts())
                .containsExactly(
                        new Part.Reasoning("So what"),
                        new Part.Text("Rain"),
                        new Part.ToolCall(null, "weather", Map.of("city", "Bonn")));
        assertThat(span.usage().input()).isEqualTo(4);
        assertThat(span.usage().output()).isEqualTo(2);
    }

    @Test
    void anErrorInAStreamFailsTheCall() {
        SpanRecord span = streamed(
                OllamaFormat.CHAT,
                HI,
                "{\"message\":{\"role\":\"assistant\",\"content\":\"Ra\"},\"done\":false}",
                "{\"error\":\"an error was encountered while running the model\"}");

        assertThat(span.status()).isNotEqualTo("ok");
        assertThat(span.attributes()).containsEntry(CommonAttributes.ERROR_TYPE, "_OTHER");
        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text("Ra"));
    }

    @Test
    void promptsAreRead() {
        SpanRecord span = streamed(
                OllamaFormat.GENERATE,
                "{\"model\":\"qwen3\",\"system\":\"Be brief\",\"prompt\":\"Weather?\",\"images\":[\"AAAA\"],"
                        + "\"think\":true,\"options\":{\"num_predict\":-1,\"stop\":\"END\"}}",
                "{\"model\":\"qwen3\",\"response\":\"\",\"thinking\":\"So\",\"done\":false}",
                "{\"model\":\"qwen3\",\"response\":\"Rain\",\"done\":false}",
                "{\"model\":\"qwen3\",\"response\":\"\",\"done\":true,\"done_reason\":\"length\",\"context\":[1,2],"
                        + "\"prompt_eval_count\":4,\"eval_count\":2}");

        assertThat(span.name()).isEqualTo("text_completion qwen3");
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.REQUEST_STOP_SEQUENCES, List.of("END"))
                .doesNotContainKeys(GenAiAttributes.REQUEST_MAX_TOKENS, GenAiAttributes.REQUEST_REASONING_LEVEL);
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"));
        assertThat(span.inputMessages().get(0).parts())
                .containsExactly(new Part.Text("Weather?"), new Part.Blob("image", null));
        assertThat(span.finishReasons()).containsExactly("length");
        assertThat(span.outputMessages().get(0).parts())
                .containsExactly(new Part.Reasoning("So"), new Part.Text("Rain"));
    }

    @Test
    void textsToEmbedAreRead() {
        SpanRecord span = whole(OllamaFormat.EMBEDDINGS, """
                {"model":"nomic-embed-text","input":["one","two"]}""", """
                {"model":"nomic-embed-text","embeddings":[[0.1],[0.2]],"total_duration":5,"prompt_eval_count":3}""");

        assertThat(span.op()).isEqualTo("gen_ai.embeddings");
        assertThat(span.sent(GenAiAttributes.EMBEDDINGS_INPUT)).contains("[\"one\",\"two\"]");
        assertThat(span.usage().input()).isEqualTo(3);
    }

    @Test
    void theOlderWayToEmbedIsRead() {
        SpanRecord span = whole(
                OllamaFormat.EMBEDDINGS,
                "{\"model\":\"nomic-embed-text\",\"prompt\":\"one\"}",
                "{\"embedding\":[0.1]}");

        assertThat(span.sent(GenAiAttributes.EMBEDDINGS_INPUT)).contains("one");
    }
}
