package dev.sentryai.telemetry.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.message.Messages;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.telemetry.json.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Hi                                             | [{"role":"user","parts":[{"type":"text","content":"Hi"}]}]
            "Hi"                                           | [{"role":"user","parts":[{"type":"text","content":"Hi"}]}]
            [Filtered]                                     | [{"role":"user","parts":[{"type":"text","content":"[Filtered]"}]}]
            {"broken                                       | [{"role":"user","parts":[{"type":"text","content":"{\\"broken"}]}]
            ["a","b"]                                      | [{"role":"user","parts":[{"type":"text","content":"a"},{"type":"text","content":"b"}]}]
            "[\\"a\\"]"                                    | [{"role":"user","parts":[{"type":"text","content":"a"}]}]
            [{"role":"tool","parts":[]}]                   | [{"role":"tool","parts":[]}]
            [{"role":"user","content":"Hi","name":"Bob"}]  | [{"role":"user","parts":[{"type":"text","content":"Hi"}],"name":"Bob"}]
            [{"content":[{"type":"text","text":"Hi"},"!"]}]| [{"role":"user","parts":[{"type":"text","content":"Hi"},{"type":"text","content":"!"}]}]
            [{"role":"user","content":null}]               | [{"role":"user","parts":[]}]
            {"role":"system","content":"Hi"}               | [{"role":"system","parts":[{"type":"text","content":"Hi"}]}]
            {"messages":[{"role":"user","content":"Hi"}]}  | [{"role":"user","parts":[{"type":"text","content":"Hi"}]}]
            {"messages":"[{\\"role\\":\\"x\\",\\"content\\":\\"Hi\\"}]","system":"S"} | [{"role":"system","parts":[{"type":"text","content":"S"}]},{"role":"x","parts":[{"type":"text","content":"Hi"}]}]
            {"system":"S","prompt":"Hi"}                   | [{"role":"system","parts":[{"type":"text","content":"S"}]},{"role":"user","parts":[{"type":"text","content":"Hi"}]}]
            {"completion":"Hi"}                            | [{"role":"assistant","parts":[{"type":"text","content":"Hi"}]}]
            [{"state":"s","questions":{}}]                 | [{"role":"user","parts":[{"type":"object","state":"s","questions":{}}]}]
            [{"type":"human","content":"Hi"}]              | [{"role":"user","parts":[{"type":"human","content":"Hi"}]}]
            []                                             | []
            """)
    void messagesAreReadInEveryShape(String sent, String messages) {
        assertThat(Messages.toJson(ContentReader.messages(sent, "user"))).isEqualTo(messages);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"reasoning","content":"R"}                                     | {"type":"reasoning","content":"R"}
            {"type":"thinking","thinking":"R","signature":"x"}                     | {"type":"reasoning","content":"R"}
            {"type":"reasoning","summary":[{"type":"summary_text","text":"R"}]}    | {"type":"reasoning","content":"R"}
            {"type":"tool_call","id":"1","name":"f","arguments":{"a":1}}           | {"type":"tool_call","id":"1","name":"f","arguments":{"a":1}}
            {"type":"tool_use","id":"1","name":"f","input":{"a":1}}                | {"type":"tool_call","id":"1","name":"f","arguments":{"a":1}}
            {"type":"tool-call","toolCallId":"1","toolName":"f","args":{"a":1}}    | {"type":"tool_call","id":"1","name":"f","arguments":{"a":1}}
            {"type":"function_call","id":"fc","call_id":"1","name":"f","arguments":"{}"} | {"type":"tool_call","id":"1","name":"f","arguments":"{}"}
            {"functionCall":{"name":"f","args":{"a":1}}}                           | {"type":"tool_call","name":"f","arguments":{"a":1}}
            {"toolUse":{"toolUseId":"1","name":"f","input":{}}}                    | {"type":"tool_call","id":"1","name":"f","arguments":{}}
            {"type":"tool_call","id":"1"}                                          | {"type":"tool_call","id":"1"}
            {"type":"tool_result","tool_use_id":"1","content":"ok"}                | {"type":"tool_call_response","id":"1","response":"ok","result":"ok"}
            {"type":"tool_call_response","id":"1","result":[2]}                    | {"type":"tool_call_response","id":"1","response":[2],"result":[2]}
            {"functionResponse":{"id":"1","response":{"a":1}}}                     | {"type":"tool_call_response","id":"1","response":{"a":1},"result":{"a":1}}
            {"type":"blob","modality":"image","mime_type":"image/png","content":"…"} | {"type":"blob","modality":"image","mime_type":"image/png","content":"[Blob substitute]"}
            {"type":"image_url","image_url":{"url":"data:image/png;base64,AA"}}    | {"type":"blob","modality":"image","mime_type":"image/png","content":"[Blob substitute]"}
            {"type":"image_url","image_url":{"url":"https://x/y.png"}}             | {"type":"uri","modality":"image","uri":"https://x/y.png"}
            {"type":"input_image","image_url":"https://x/y.png"}                   | {"type":"uri","modality":"image","uri":"https://x/y.png"}
            {"type":"image","source":{"type":"base64","media_type":"image/gif","data":"AA"}} | {"type":"blob","modality":"image","mime_type":"image/gif","content":"[Blob substitute]"}
            {"type":"input_audio","input_audio":{"data":"AA","format":"wav"}}      | {"type":"blob","modality":"audio","mime_type":"audio/wav","content":"[Blob substitute]"}
            {"type":"file","modality":"document","file_id":"f1"}                   | {"type":"file","modality":"document","file_id":"f1"}
            {"type":"uri","modality":"video","uri":"gs://b/v","mime_type":"video/mp4"} | {"type":"uri","modality":"video","mime_type":"video/mp4","uri":"gs://b/v"}
            {"inlineData":{"mimeType":"audio/mp3","data":"AA"}}                    | {"type":"blob","modality":"audio","mime_type":"audio/mp3","content":"[Blob substitute]"}
            {"type":"refusal","refusal":"No"}                                      | {"type":"refusal","refusal":"No"}
            {"type":"text","text":7}                                               | {"type":"text","text":7}
            7                                                                      | {"type":"text","content":"7"}
            """)
    void partsAreReadInEveryShape(String sent, String part) {
        String message = "[{\"role\":\"assistant\",\"parts\":[" + sent + "]}]";

        assertThat(Messages.toJson(ContentReader.messages(message, "user")))
                .isEqualTo("[{\"role\":\"assistant\",\"parts\":[" + part + "]}]");
    }

    @Test
    void openAiMessagesKeepCallsAndAnswers() {
        String sent = "[{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\","
                + "\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]},"
                + "{\"role\":\"tool\",\"tool_call_id\":\"1\",\"content\":\"ok\"}]";

        assertThat(Messages.toJson(ContentReader.messages(sent, "user")))
                .isEqualTo(
                        "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"1\",\"name\":\"f\",\"arguments\":\"{}\"}]},"
                                + "{\"role\":\"tool\",\"parts\":[{\"type\":\"tool_call_response\",\"id\":\"1\",\"response\":\"ok\",\"result\":\"ok\"}]}]");
    }

    @Test
    void itemsOfResponsesApiGetTheRoleOfWhoSaysThem() {
        String sent = "[{\"role\":\"user\",\"content\":\"Hi\"},{\"type\":\"reasoning\",\"content\":\"R\"},"
                + "{\"type\":\"function_call\",\"call_id\":\"1\",\"name\":\"f\"},"
                + "{\"type\":\"function_call_output\",\"call_id\":\"1\",\"output\":\"ok\"}]";

        assertThat(ContentReader.messages(sent, "user"))
                .extracting(message -> message.role() + message.parts().size())
                .containsExactly("user1", "assistant2", "tool1");
    }

    @Test
    void structuredValuesNeedNoText() {
        Object sent = JsonReader.read("[{\"role\":\"user\",\"content\":\"Hi\"}]");

        assertThat(Messages.toJson(ContentReader.messages(sent, "user")))
                .isEqualTo("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Hi\"}]}]");
        assertThat(ContentReader.messages(null, "user")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Hi                          | {"type":"text","content":"Hi"}
            "Hi"                        | {"type":"text","content":"Hi"}
            ["Hi"]                      | {"type":"text","content":"Hi"}
            {"content":"Hi"}            | {"type":"text","content":"Hi"}
            [{"content":"Hi"},"you"]    | {"type":"text","content":"Hi"},{"type":"text","content":"you"}
            """)
    void responseTextIsReadInEveryShape(String text, String parts) {
        String calls = "[{\"id\":\"1\",\"function\":{\"name\":\"f\"}},7]";

        assertThat(Messages.toJson(ContentReader.response(text, "{\"a\":1}", calls)))
                .isEqualTo("[{\"role\":\"assistant\",\"parts\":[" + parts + ",{\"type\":\"object\",\"a\":1},"
                        + "{\"type\":\"tool_call\",\"id\":\"1\",\"name\":\"f\"}]}]");
    }

    @Test
    void emptyResponseIsNoMessage() {
        assertThat(ContentReader.response(null, null, "not json")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"type\":\"function\",\"name\":\"f\",\"description\":\"d\",\"parameters\":{\"a\":1}}]",
                "[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"description\":\"d\",\"parameters\":{\"a\":1}}}]",
                "[{\"name\":\"f\",\"description\":\"d\",\"input_schema\":{\"a\":1}}]",
                "{\"name\":\"f\",\"description\":\"d\",\"inputSchema\":{\"a\":1}}",
                "[{\"functionDeclarations\":[{\"name\":\"f\",\"description\":\"d\",\"parameters\":{\"a\":1}}]}]",
                "[\"{\\\"name\\\":\\\"f\\\",\\\"description\\\":\\\"d\\\",\\\"parameters\\\":{\\\"a\\\":1}}\"]",
            })
    void toolDefinitionsAreReadInEveryShape(String sent) {
        assertThat(ToolDefinition.toJson(ContentReader.toolDefinitions(sent)))
                .isEqualTo("[{\"type\":\"function\",\"name\":\"f\",\"description\":\"d\",\"parameters\":{\"a\":1}}]");
    }

    @Test
    void toolsOfTheProviderAreKnownByTheirType() {
        assertThat(ContentReader.toolDefinitions("[{\"type\":\"web_search\"},{\"googleSearch\":{}},\"f\"]"))
                .extracting(ToolDefinition::name)
                .containsExactly("web_search", "googleSearch", "f");
    }

    @Test
    void instructionsAreParts() {
        assertThat(Json.write(ContentReader.instructions("[{\"type\":\"text\",\"content\":\"Be brief.\"}]")))
                .isEqualTo("[{\"type\":\"text\",\"content\":\"Be brief.\"}]");
        assertThat(Json.write(ContentReader.instructions("Be brief.")))
                .isEqualTo("[{\"type\":\"text\",\"content\":\"Be brief.\"}]");
    }

    @Test
    void textsAreReadFromArraysAndText() {
        assertThat(ContentReader.texts(List.of("stop", "length"))).containsExactly("stop", "length");
        assertThat(ContentReader.texts("[\"stop\"]")).containsExactly("stop");
        assertThat(ContentReader.texts("stop")).containsExactly("stop");
        assertThat(ContentReader.texts(null)).isEmpty();
    }
}
