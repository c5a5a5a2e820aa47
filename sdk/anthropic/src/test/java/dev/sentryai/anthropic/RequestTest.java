package dev.sentryai.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.ToolUnion;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.providertests.Gap;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What requests say. */
class RequestTest extends AnthropicBench {

    @BeforeEach
    void recordContent() {
        bench.recordContent();
    }

    @Test
    void parametersAreRecorded() {
        client.messages()
                .create(PARAMS.toBuilder()
                        .stopSequences(List.of("END", "STOP"))
                        .putAdditionalBodyProperty("temperature", JsonValue.from(0.5))
                        .putAdditionalBodyProperty("top_p", JsonValue.from(0.9))
                        .putAdditionalBodyProperty("top_k", JsonValue.from(40))
                        .putAdditionalBodyProperty("output_config", JsonValue.from(Map.of("effort", "high")))
                        .build());

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.REQUEST_MAX_TOKENS, 256L)
                .containsEntry(GenAiAttributes.REQUEST_TEMPERATURE, 0.5)
                .containsEntry(GenAiAttributes.REQUEST_TOP_P, 0.9)
                .containsEntry(GenAiAttributes.REQUEST_TOP_K, 40L)
                .containsEntry(GenAiAttributes.REQUEST_STOP_SEQUENCES, List.of("END", "STOP"))
                .containsEntry(GenAiAttributes.REQUEST_REASONING_LEVEL, "high");
    }

    @Test
    void instructionsMayBeBlocks() {
        client.messages()
                .create(PARAMS.toBuilder()
                        .systemOfTextBlockParams(List.of(
                                TextBlockParam.builder().text("Be brief").build(),
                                TextBlockParam.builder().text("Be kind").build()))
                        .build());

        assertThat(bench.onlyAiSpan().systemInstructions())
                .containsExactly(new Part.Text("Be brief"), new Part.Text("Be kind"));
    }

    @Test
    void documentsOfEverySourceAreRecorded() {
        ask(List.of(
                document(Map.of("type", "base64", "media_type", "application/pdf", "data", "c2VjcmV0")),
                document(Map.of("type", "url", "url", "https://example.com/a.pdf")),
                document(Map.of("type", "text", "media_type", "text/plain", "data", "plain words")),
                document(Map.of("type", "content", "content", List.of(Requests.text("nested words")))),
                document(Map.of("type", "file", "file_id", "file_1")),
                Map.of("type", "image", "source", Map.of("type", "file", "file_id", "file_2"))));

        assertThat(bench.onlyAiSpan().inputMessages().get(0).parts())
                .containsExactly(
                        new Part.Blob("document", "application/pdf"),
                        new Part.Uri("document", "https://example.com/a.pdf", null),
                        new Part.Text("plain words"),
                        new Part.Text("nested words"),
                        new Part.FileRef("document", "file_1", null),
                        new Part.FileRef("image", "file_2", null));
        assertThat(bench.everythingSent()).doesNotContain("c2VjcmV0");
    }

    @Test
    void searchResultsAndUploadsAreRecorded() {
        bench.leavesOut(Gap.KNOWN_PARTS);
        ask(List.of(
                Map.of(
                        "type", "search_result",
                        "source", "https://example.com",
                        "title", "Weather",
                        "content", List.of(Requests.text("21 degrees"))),
                Map.of("type", "container_upload", "file_id", "file_1"),
                Map.of("type", "invented_later", "data", "c2VjcmV0")));

        assertThat(bench.onlyAiSpan().inputMessages().get(0).parts())
                .containsExactly(
                        new Part.Text("21 degrees"),
                        new Part.FileRef("document", "file_1", null),
                        new Part.Other("invented_later", Map.of()));
    }

    @Test
    void resultsOfToolsAreMessagesOfTheTool() {
        ask(List.of(
                Map.of(
                        "type", "tool_result",
                        "tool_use_id", "call_1",
                        "content", List.of(Requests.text("21 degrees"))),
                Map.of("type", "tool_result", "tool_use_id", "call_2", "is_error", true, "content", "no such city"),
                Requests.text("And tomorrow?")));

        List<dev.sentryai.protocol.message.Message> messages =
                bench.onlyAiSpan().inputMessages();
        assertThat(messages)
                .extracting(dev.sentryai.protocol.message.Message::role)
                .containsExactly("tool", "user");
        assertThat(messages.get(0).parts()).hasSize(2);
        assertThat(messages.get(0).parts().get(1)).isEqualTo(new Part.ToolCallResponse("call_2", "no such city"));
        assertThat(messages.get(1).parts()).containsExactly(new Part.Text("And tomorrow?"));
    }

    @Test
    void anAnswerThatIsPartOfTheNextQuestionIsRecordedAsItWasGiven() {
        bench.answer(Reply.text("Let me see").withToolCall("call_1", "weather", "{\"city\":\"Cologne\"}"));
        Message answer = bench.bare().messages().create(PARAMS);

        client.messages()
                .create(PARAMS.toBuilder()
                        .addMessage(answer)
                        .addMessage(Requests.message(
                                "user",
                                List.of(Map.of("type", "tool_result", "tool_use_id", "call_1", "content", "rainy"))))
                        .build());

        List<dev.sentryai.protocol.message.Message> messages =
                bench.onlyAiSpan().inputMessages();
        assertThat(messages.get(1).role()).isEqualTo("assistant");
        assertThat(messages.get(1).parts().get(0)).isEqualTo(new Part.Text("Let me see"));
        assertThat(messages.get(1).parts().get(1).toJson().toString()).contains("call_1", "weather", "Cologne");
    }

    @Test
    void toolsOfTheProviderAreNamedByTheirType() {
        MessageCreateParams.Builder params = PARAMS.toBuilder()
                .addTool(Requests.tool("weather"))
                .addTool(JsonValue.from(Map.of("type", "web_search_20250305", "name", "web_search"))
                        .convert(ToolUnion.class));

        client.messages().create(params.build());

        assertThat(bench.onlyAiSpan().toolDefinitions())
                .extracting(tool -> tool.type() + ' ' + tool.name())
                .containsExactly("function weather", "web_search_20250305 web_search");
    }

    private void ask(List<Map<String, ?>> blocks) {
        client.messages()
                .create(MessageCreateParams.builder()
                        .model("gpt-4o-mini")
                        .maxTokens(256)
                        .addMessage(Requests.message("user", blocks))
                        .build());
    }

    private static Map<String, ?> document(Map<String, ?> source) {
        return Map.of("type", "document", "source", source);
    }
}
