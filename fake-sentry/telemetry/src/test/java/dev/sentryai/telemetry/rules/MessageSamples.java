package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.chat;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.GenAiAttributes;
import java.util.List;

/** Samples of the rules about messages and their parts. */
final class MessageSamples {

    private static final String INPUT = GenAiAttributes.INPUT_MESSAGES;
    private static final String OUTPUT = GenAiAttributes.OUTPUT_MESSAGES;
    private static final String TEXT = "{\"type\":\"text\",\"content\":\"Hi\"}";
    private static final String USER = "{\"role\":\"user\",\"parts\":[" + TEXT + "]}";
    private static final String ASSISTANT = "{\"role\":\"assistant\",\"parts\":[" + TEXT + "]}";
    private static final String CALL = "{\"type\":\"tool_call\",\"id\":\"c1\",\"name\":\"t\"}";

    private MessageSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI172")
                        .error(input(USER, "\"Hi\""), INPUT + " at /1 is no object")
                        .error(input("{\"role\":\"user\"}"), INPUT + " at /0 has no parts")
                        .error(
                                streamed(chat().with(INPUT, "{\"messages\":[{\"role\":\"user\"}]}")),
                                INPUT + " at /messages/0 has no parts")
                        .clean(input(USER, "{\"role\":\"user\",\"content\":\"Hi\"}")),
                RuleSamples.of("GENAI173")
                        .error(input("{\"parts\":[]}"), INPUT + " at /0: the role is missing")
                        .error(input("{\"role\":7,\"parts\":[]}"), INPUT + " at /0: the role is no text")
                        .clean(input(USER)),
                RuleSamples.of("GENAI174")
                        .warning(
                                input("{\"role\":\"human\",\"parts\":[]}"),
                                INPUT + " at /0: role human is none that Sentry knows")
                        .warning(
                                input("{\"role\":\"narrator\",\"parts\":[]}"),
                                INPUT + " at /0: role narrator is none that Sentry knows")
                        .clean(input("{\"role\":\"tool\",\"parts\":[]}"))
                        .clean(output("{\"role\":\"model\",\"parts\":[]}")),
                RuleSamples.of("GENAI175")
                        .warning(
                                input(
                                        "{\"role\":\"user\",\"content\":\"Hi\"}",
                                        "{\"role\":\"user\",\"content\":\"Hi\"}"),
                                INPUT + " at /0 has content in place of parts")
                        .clean(input(USER)),
                RuleSamples.of("GENAI176")
                        .error(input("{\"role\":\"user\",\"parts\":\"Hi\"}"), INPUT + " at /0/parts is no array")
                        .error(part("\"Hi\""), INPUT + " at /0/parts/0 is no object")
                        .error(part("{\"content\":\"Hi\"}"), INPUT + " at /0/parts/0 has no type")
                        .clean(part(TEXT)),
                RuleSamples.of("GENAI177")
                        .warning(
                                part("{\"type\":\"input_text\",\"content\":\"Hi\"}"),
                                INPUT + " at /0/parts/0: a part of type input_text is not rendered")
                        .warning(
                                part("{\"type\":\"smell\"}"),
                                INPUT + " at /0/parts/0: a part of type smell is not rendered")
                        .warning(
                                part(
                                        "{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"UklGRg==\",\"format\":\"wav\"}}"),
                                INPUT + " at /0/parts/0: a part of type input_audio is not rendered")
                        .warning(
                                part("{\"type\":\"image_url\",\"image_url\":\"https://example.com/a.png\"}"),
                                INPUT + " at /0/parts/0: a part of type image_url is not rendered")
                        .warning(
                                part("{\"type\":\"input_audio\",\"input_audio\":{\"format\":\"wav\"}}"),
                                INPUT + " at /0/parts/0: a part of type input_audio is not rendered")
                        .clean(part("{\"type\":\"object\",\"city\":\"Paris\"}")),
                RuleSamples.of("GENAI178")
                        .error(part("{\"type\":\"text\"}"), INPUT + " at /0/parts/0: a text part needs content (text)")
                        .error(
                                part("{\"type\":\"reasoning\",\"content\":7}"),
                                INPUT + " at /0/parts/0: a reasoning part needs content (text)")
                        .error(
                                part("{\"type\":\"tool_call\",\"id\":\"c1\"}"),
                                INPUT + " at /0/parts/0: a tool_call part needs name (text)")
                        .error(
                                part("{\"type\":\"tool_call_response\",\"id\":\"c1\"}"),
                                INPUT + " at /0/parts/0: a tool_call_response part needs response")
                        .error(
                                part("{\"type\":\"server_tool_call\",\"name\":\"s\",\"server_tool_call\":{}}"),
                                INPUT + " at /0/parts/0: a server_tool_call part needs server_tool_call (object with a"
                                        + " type)")
                        .error(
                                part("{\"type\":\"uri\",\"modality\":\"image\"}"),
                                INPUT + " at /0/parts/0: a uri part needs uri (text)")
                        .error(
                                streamed(chat().with(GenAiAttributes.SYSTEM_INSTRUCTIONS, "[{\"type\":\"text\"}]")),
                                GenAiAttributes.SYSTEM_INSTRUCTIONS + " at /0: a text part needs content (text)")
                        .clean(part("{\"type\":\"text\",\"text\":\"Hi\"}"))
                        .clean(part(CALL))
                        .clean(part(
                                "{\"type\":\"server_tool_call\",\"name\":\"s\",\"server_tool_call\":{\"type\":\"x\"}}"))
                        .clean(part("{\"type\":\"tool_call_response\",\"id\":\"c1\",\"response\":null}")),
                RuleSamples.of("GENAI179")
                        .warning(
                                part("{\"type\":\"text\",\"text\":\"Hi\"}"),
                                INPUT + " at /0/parts/0 has text in place of content")
                        .clean(part("{\"type\":\"text\",\"text\":\"Hi\",\"content\":\"Hi\"}")),
                RuleSamples.of("GENAI180")
                        .warning(
                                part(response("\"result\":1")),
                                INPUT + " at /0/parts/0 has result in place of response")
                        .info(
                                part(response("\"response\":1")),
                                INPUT + " at /0/parts/0 has response only: today's pages of Sentry read result")
                        .clean(part(response("\"response\":1,\"result\":1")))
                        .in(ConventionsVersion.V0_19_0)
                        .info(part(response("\"result\":1")), INPUT + " at /0/parts/0 has result in place of response"),
                RuleSamples.of("GENAI181")
                        .warning(
                                part("{\"type\":\"tool_call\",\"name\":\"t\"}"),
                                INPUT
                                        + " at /0/parts/0: without an id, a tool_call can not be paired with its other half")
                        .warning(
                                part("{\"type\":\"tool_call_response\",\"response\":1}"),
                                INPUT + " at /0/parts/0: without an id, a tool_call_response can not be paired with its"
                                        + " other half")
                        .clean(part(CALL)),
                RuleSamples.of("GENAI182")
                        .info(
                                input("{\"role\":\"assistant\",\"parts\":[" + CALL + "]}", tool("c2")),
                                INPUT + " at /1/parts/0: no call has the id c2")
                        .clean(input("{\"role\":\"assistant\",\"parts\":[" + CALL + "]}", tool("c1")))
                        .clean(input(tool("c1"))),
                RuleSamples.of("GENAI183")
                        .warning(
                                input("{\"role\":\"system\",\"parts\":[" + TEXT + "]}", USER),
                                INPUT + " at /0 has the role system")
                        .clean(input(USER)),
                RuleSamples.of("GENAI184")
                        .error(
                                output("{\"role\":\"model\",\"parts\":[" + TEXT + "]}"),
                                OUTPUT + " at /0: an output message of role model is ignored by Sentry")
                        .clean(output(ASSISTANT)),
                RuleSamples.of("GENAI185")
                        .warning(
                                part("{\"type\":\"text\",\"content\":\"\\n<Think>Hm.</think>Hi\"}"),
                                INPUT + " at /0/parts/0 begins with reasoning: it belongs into a reasoning part")
                        .clean(part("{\"type\":\"text\",\"content\":\"<b>Hi</b>\"}"))
                        .clean(part("{\"type\":\"text\",\"content\":\" \"}"))
                        .clean(part("{\"type\":\"reasoning\",\"content\":\"<think>Hm.\"}")),
                RuleSamples.of("GENAI193")
                        .info(
                                input(USER, ASSISTANT, USER),
                                INPUT + " repeats 2 earlier messages up to the assistant's last turn")
                        .clean(input(USER, USER))
                        .clean(input(USER, ASSISTANT))
                        .clean(output(ASSISTANT, ASSISTANT))
                        .info(
                                input(ASSISTANT, USER),
                                INPUT + " repeats 1 earlier messages up to the assistant's last turn"),
                RuleSamples.of("GENAI203")
                        .info(part("{\"type\":\"compaction\"}"), INPUT + " at /0 has no part that Sentry shows")
                        .info(
                                part("{\"type\":\"text\",\"content\":\" \"}"),
                                INPUT + " at /0 has no part that Sentry shows")
                        .info(input("{\"role\":\"user\",\"parts\":[]}"), INPUT + " at /0 has no part that Sentry shows")
                        .clean(part(TEXT))
                        .clean(part(CALL)));
    }

    private static TestEnvelope input(String... messages) {
        return streamed(chat().with(INPUT, '[' + String.join(",", messages) + ']'));
    }

    private static TestEnvelope output(String... messages) {
        return transaction(chat().with(OUTPUT, '[' + String.join(",", messages) + ']'));
    }

    private static TestEnvelope part(String part) {
        return input("{\"role\":\"user\",\"parts\":[" + part + "]}");
    }

    private static String response(String members) {
        return "{\"type\":\"tool_call_response\",\"id\":\"c1\"," + members + "}";
    }

    private static String tool(String id) {
        return "{\"role\":\"tool\",\"parts\":[{\"type\":\"tool_call_response\",\"id\":\"" + id
                + "\",\"response\":1,\"result\":1}]}";
    }
}
