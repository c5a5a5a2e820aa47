package dev.sentryai.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    @Test
    void messagesHaveRoleAndParts() {
        List<Message> messages =
                List.of(Message.system("Be brief."), Message.user("Weather in \"Paris\"?"), Message.assistant("Rain."));

        assertThat(Messages.toJson(messages))
                .isEqualTo("[{\"role\":\"system\",\"parts\":[{\"type\":\"text\",\"content\":\"Be brief.\"}]},"
                        + "{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Weather in \\\"Paris\\\"?\"}]},"
                        + "{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"Rain.\"}]}]");
    }

    @Test
    void nameAndFinishReasonFollowThePartsWhenKnown() {
        Message message = new Message("assistant", List.of(), "Ada", null).withFinishReason("stop");

        assertThat(Messages.toJson(List.of(message)))
                .isEqualTo("[{\"role\":\"assistant\",\"parts\":[],\"name\":\"Ada\",\"finish_reason\":\"stop\"}]");
    }

    @Test
    void toolCallsAndReasoningKeepTheirOrder() {
        Message message = Message.of(
                "assistant",
                new Part.Reasoning("They want the weather."),
                Part.toolCall("call_1", "get_weather", "{\"location\":\"Paris\"}"),
                Part.toolCall(null, "search", "{broken"),
                Part.toolCall(null, "now", null));

        assertThat(Messages.toJson(List.of(message)))
                .isEqualTo("[{\"role\":\"assistant\",\"parts\":["
                        + "{\"type\":\"reasoning\",\"content\":\"They want the weather.\"},"
                        + "{\"type\":\"tool_call\",\"id\":\"call_1\",\"name\":\"get_weather\",\"arguments\":{\"location\":\"Paris\"}},"
                        + "{\"type\":\"tool_call\",\"name\":\"search\",\"arguments\":\"{broken\"},"
                        + "{\"type\":\"tool_call\",\"name\":\"now\"}]}]");
    }

    @Test
    void toolResponsesAreWrittenUnderBothNames() {
        List<Message> messages = List.of(Message.tool("call_1", Map.of("degrees", 14)), Message.tool(null, null));

        assertThat(Messages.toJson(messages))
                .isEqualTo(
                        "[{\"role\":\"tool\",\"parts\":[{\"type\":\"tool_call_response\",\"id\":\"call_1\","
                                + "\"response\":{\"degrees\":14},\"result\":{\"degrees\":14}}]},"
                                + "{\"role\":\"tool\",\"parts\":[{\"type\":\"tool_call_response\",\"response\":null,\"result\":null}]}]");
    }

    @Test
    void mediaAreRepresentedNotCarried() {
        Message message = Message.of(
                "user",
                new Part.Blob("image", "image/png"),
                new Part.Blob("audio", null),
                new Part.FileRef("document", "file_1", "application/pdf"),
                new Part.Uri("image", "https://example.com/cat.png", null));

        assertThat(Messages.toJson(List.of(message)))
                .isEqualTo("[{\"role\":\"user\",\"parts\":["
                        + "{\"type\":\"blob\",\"modality\":\"image\",\"mime_type\":\"image/png\",\"content\":\"[Blob substitute]\"},"
                        + "{\"type\":\"blob\",\"modality\":\"audio\",\"content\":\"[Blob substitute]\"},"
                        + "{\"type\":\"file\",\"modality\":\"document\",\"mime_type\":\"application/pdf\",\"file_id\":\"file_1\"},"
                        + "{\"type\":\"uri\",\"modality\":\"image\",\"uri\":\"https://example.com/cat.png\"}]}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:image/PNG;base64,iVBORw0", "DATA:image/png,x", " data:image/png;base64,iVBORw0"})
    void dataUrlsBecomeBlobsOfTheirMediaType(String url) {
        assertThat(Part.uri("image", url, null)).isEqualTo(new Part.Blob("image", "image/png"));
        assertThat(Part.uri("image", url, "image/jpeg")).isEqualTo(new Part.Blob("image", "image/jpeg"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Part.Uri("image", url, null))
                .withMessageContaining("must not be a data: URL")
                .withMessageNotContaining("iVBORw0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:;base64,iVBORw0", "data:,x", "data:iVBORw0"})
    void dataUrlsWithoutMediaTypeBecomeBlobsWithout(String url) {
        assertThat(Part.uri("image", url, null)).isEqualTo(new Part.Blob("image", null));
    }

    @Test
    void otherUrlsStay() {
        assertThat(Part.uri("image", "https://example.com/data:x", "image/png"))
                .isEqualTo(new Part.Uri("image", "https://example.com/data:x", "image/png"));
    }

    @Test
    void otherPartsStartWithTheirType() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", null);
        fields.put("name", "code_interpreter");

        assertThat(Messages.instructionsToJson(
                        List.of(new Part.Text("Be brief."), new Part.Other("server_tool_call", fields))))
                .isEqualTo("[{\"type\":\"text\",\"content\":\"Be brief.\"},"
                        + "{\"type\":\"server_tool_call\",\"id\":null,\"name\":\"code_interpreter\"}]");
    }

    @Test
    void otherPartsMustNotHaveTwoTypes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Part.Other("object", Map.of("type", "object")))
                .withMessageStartingWith("fields must not contain \"type\"");
    }

    @Test
    void laterChangesToTheCallersCollectionsDoNotMatter() {
        List<Part> parts = new ArrayList<>(List.of(new Part.Text("one")));
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("a", 1));
        Message message = new Message("user", parts, null, null);
        Part.Other other = new Part.Other("object", fields);

        parts.clear();
        fields.clear();

        assertThat(message).isEqualTo(Message.user("one"));
        assertThat(other.fields()).isEqualTo(Map.of("a", 1));
    }

    @Test
    void partsNameTheirType() {
        List<Part> parts = List.of(
                new Part.Text(""),
                new Part.Reasoning(""),
                new Part.ToolCall(null, "", null),
                new Part.ToolCallResponse(null, null),
                new Part.Blob("image", null),
                new Part.FileRef("image", "", null),
                new Part.Uri("image", "", null),
                new Part.Other("compaction", Map.of()));

        assertThat(parts)
                .extracting(Part::type)
                .containsExactly(
                        "text", "reasoning", "tool_call", "tool_call_response", "blob", "file", "uri", "compaction");
        assertThat(parts)
                .allSatisfy(
                        part -> assertThat(part.toJson().entrySet()).first().isEqualTo(Map.entry("type", part.type())));
    }

    @Test
    void toolDefinitionsLeaveOutWhatIsNotKnown() {
        List<ToolDefinition> tools = List.of(
                ToolDefinition.function("get_weather", "Weather of a city", Map.of("type", "object")),
                new ToolDefinition("web_search", "web_search", null, null));

        assertThat(ToolDefinition.toJson(tools))
                .isEqualTo("[{\"type\":\"function\",\"name\":\"get_weather\",\"description\":\"Weather of a city\","
                        + "\"parameters\":{\"type\":\"object\"}},{\"type\":\"web_search\",\"name\":\"web_search\"}]");
        assertThat(ToolDefinition.toJson(Collections.emptyList())).isEqualTo("[]");
    }
}
