package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.agent;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.embeddings;
import static dev.sentryai.telemetry.rules.TestSpan.memory;
import static dev.sentryai.telemetry.rules.TestSpan.tool;

import dev.sentryai.protocol.GenAiAttributes;
import java.util.List;

/** Samples of the rules about attributes of content as a whole. */
final class ContentSamples {

    private static final String INPUT = GenAiAttributes.INPUT_MESSAGES;
    private static final String OUTPUT = GenAiAttributes.OUTPUT_MESSAGES;
    private static final String INSTRUCTIONS = GenAiAttributes.SYSTEM_INSTRUCTIONS;
    private static final String ARGUMENTS = GenAiAttributes.TOOL_CALL_ARGUMENTS;
    private static final String RESULT = GenAiAttributes.TOOL_CALL_RESULT;
    private static final String RECORDS = GenAiAttributes.MEMORY_RECORDS;
    private static final String USER = "{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Hi\"}]}";

    private ContentSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI170")
                        .error(
                                streamed(chat().with(INPUT, "[{\"role\":\"user\",")),
                                INPUT + " is not JSON (at character 16): Unexpected end-of-input within/between Object"
                                        + " entries")
                        .error(transaction(chat().with(OUTPUT, "Hello")), OUTPUT + " is plain text")
                        .clean(streamed(chat()))
                        .clean(streamed(chat().with(INPUT, "[Filtered]")))
                        .clean(streamed(chat().with(INPUT, "[{'role': 'user'}]")))
                        .clean(streamed(chat().with(INPUT, "null")))
                        .clean(streamed(chat().with(INPUT, "[{\"role\":\"user\",\"parts...")))
                        .clean(streamed(chat().with(INSTRUCTIONS, "Be brief."))),
                RuleSamples.of("GENAI171")
                        .error(
                                streamed(chat().with(INPUT, "{\"text\":\"Hi\"}")),
                                INPUT + " must be an array of messages, is a JSON object")
                        .warning(
                                streamed(chat().with(INPUT, USER)),
                                INPUT + " must be an array of messages, is a JSON object")
                        .warning(
                                streamed(chat().with(INPUT, "{\"messages\":[" + USER + "]}")),
                                INPUT + " must be an array of messages, is a JSON object")
                        .warning(
                                streamed(chat().with(INPUT, "{\"system\":\"Be brief.\",\"prompt\":\"Hi\"}")),
                                INPUT + " must be an array of messages, is a JSON object")
                        .warning(
                                streamed(chat().with(OUTPUT, "{\"completion\":\"Hi\"}")),
                                OUTPUT + " must be an array of messages, is a JSON object")
                        .warning(
                                streamed(chat().with(INPUT, "\"Hi\"")),
                                INPUT + " must be an array of messages, is a JSON string")
                        .clean(streamed(chat()))
                        .clean(streamed(chat().with(INPUT, "{}")))
                        .clean(streamed(chat().with(INPUT, "{"))),
                RuleSamples.of("GENAI186")
                        .error(
                                streamed(
                                        chat().with(
                                                        INPUT,
                                                        part(
                                                                "{\"type\":\"uri\",\"modality\":\"image\",\"uri\":\"data:image/png;base64,aGk=\"}"))),
                                INPUT + " at /0/parts/0/uri holds binary content of 26 characters")
                        .error(
                                streamed(
                                        chat().with(
                                                        INPUT,
                                                        part(
                                                                "{\"type\":\"blob\",\"modality\":\"image\",\"content\":\"aGk=\"}"))),
                                INPUT + " at /0/parts/0/content holds binary content of 4 characters")
                        .error(
                                streamed(tool().with(RESULT, "{\"png\":\"" + "aG1k".repeat(129) + "\"}")),
                                RESULT + " at /png holds binary content of 516 characters")
                        .clean(streamed(tool().with(RESULT, "{\"png\":\"" + "aG1k".repeat(128) + "\"}")))
                        .clean(streamed(tool().with(RESULT, "-".repeat(1000))))
                        .clean(streamed(tool().with(RESULT, "aaaa ".repeat(1000))))
                        .clean(
                                streamed(
                                        chat().with(
                                                        INPUT,
                                                        part(
                                                                "{\"type\":\"blob\",\"modality\":\"image\",\"content\":\"[Blob substitute]\"}"))))
                        .clean(
                                streamed(
                                        chat().with(
                                                        INPUT,
                                                        part(
                                                                "{\"type\":\"uri\",\"modality\":\"image\",\"uri\":\"https://example.com/a.png\"}"))))
                        .error(
                                streamed(tool().with(RESULT, "{\"png\":\"" + "aG1k".repeat(128) + "a\"}")),
                                RESULT + " at /png holds binary content of 513 characters")
                        .error(
                                streamed(tool().with(RESULT, "See this picture: " + "azAZ09+/-_=".repeat(50))),
                                RESULT + " holds binary content of 568 characters")
                        .error(
                                streamed(tool().with(RESULT, "aG".repeat(256) + "1")),
                                RESULT + " holds binary content of 513 characters")
                        .clean(streamed(tool().with(
                                        RESULT, String.join("aG1k".repeat(120), "`", "{", "@", "[", ":", ".", ","))))
                        .clean(streamed(tool().with(RESULT, "ab12".repeat(200))))
                        .clean(streamed(tool().with(RESULT, "AB12".repeat(200))))
                        .clean(streamed(tool().with(RESULT, "abAB".repeat(200))))
                        .clean(streamed(tool().with(RESULT, "The rest is base64 data: none"))),
                RuleSamples.of("GENAI187")
                        .error(
                                transaction(chat().without(OUTPUT).with("gen_ai.response.text", "{\"text\":\"Hi\"}")),
                                "gen_ai.response.text is removed by Sentry and no output message is made of it")
                        .error(
                                transaction(chat().without(OUTPUT).with("gen_ai.response.text", "[1,{\"text\":2}]")),
                                "gen_ai.response.text is removed by Sentry and no output message is made of it")
                        .error(
                                streamed(chat().without(OUTPUT).with("gen_ai.response.tool_calls", "{\"name\":\"t\"}")),
                                "gen_ai.response.tool_calls is removed by Sentry and no output message is made of it")
                        .clean(streamed(chat().with("gen_ai.response.text", "{\"text\":\"Hi\"}")))
                        .clean(streamed(chat().without(OUTPUT).with("gen_ai.response.text", "[]")))
                        .clean(streamed(chat().without(OUTPUT).with("gen_ai.response.text", "Hi")))
                        .clean(streamed(chat().without(OUTPUT).with("gen_ai.response.text", "[\"Hi\"]")))
                        .clean(streamed(chat().without(OUTPUT).with("gen_ai.response.text", "{\"content\":\"Hi\"}")))
                        .clean(streamed(chat().without(OUTPUT)
                                .with("gen_ai.response.text", "{\"text\":\"Hi\"}")
                                .with("gen_ai.response.tool_calls", "[{\"name\":\"t\"}]"))),
                RuleSamples.of("GENAI188")
                        .warning(
                                streamed(chat().with(INSTRUCTIONS, "{\"type\":\"text\"}")),
                                INSTRUCTIONS + " is no array")
                        .warning(
                                streamed(chat().with(INSTRUCTIONS, "[{\"type\":\"text\",\"content\":\"a\"},\"b\"]")),
                                INSTRUCTIONS + " has no typed part at place 1")
                        .warning(
                                streamed(agent().with(INSTRUCTIONS, "[{\"content\":\"a\"}]")),
                                INSTRUCTIONS + " has no typed part at place 0")
                        .info(streamed(chat().with(INSTRUCTIONS, "Be brief.")), INSTRUCTIONS + " is plain text")
                        .info(streamed(chat().with(INSTRUCTIONS, "\"Be brief.\"")), INSTRUCTIONS + " is no array")
                        .clean(streamed(chat().with(INSTRUCTIONS, "[Filtered]")))
                        .clean(streamed(chat().with(INSTRUCTIONS, "[{\"type\":\"text\",\"content\":\"Be brief.\"}]"))),
                RuleSamples.of("GENAI192")
                        .warning(
                                streamed(chat().with(INPUT, "\"[{\\\"role\\\":\\\"user\\\",\\\"parts\\\":[]}]\"")),
                                INPUT + " is a JSON string that holds JSON")
                        .warning(
                                streamed(tool().with(ARGUMENTS, "\"{}\"")),
                                ARGUMENTS + " is a JSON string that holds JSON")
                        .clean(streamed(tool().with(RESULT, "\"[sunny\"")))
                        .clean(streamed(tool().with(RESULT, "\"sunny\""))),
                RuleSamples.of("GENAI194")
                        .warning(
                                streamed(chat().with(INPUT, "[{\"role\":\"user\",\"parts\":[{\"type\":\"te...")),
                                INPUT + " was cut off: it can not be shown whole")
                        .warning(
                                streamed(chat().with(INPUT, "[{\"role\":\"us…")),
                                INPUT + " was cut off: it can not be shown whole")
                        .warning(
                                transaction(chat().with("sentry.sdk_meta.gen_ai.input.messages.original_length", 2)),
                                INPUT + " was cut off: it can not be shown whole")
                        .clean(transaction(chat().with("sentry.sdk_meta.gen_ai.input.messages.original_length", 1)))
                        .clean(streamed(tool().with(RESULT, "Loading...")))
                        .clean(streamed(chat())),
                RuleSamples.of("GENAI195")
                        .warning(streamed(chat().with(INPUT, "[]")), INPUT + " is []: filters take it for content")
                        .warning(
                                streamed(chat().with(OUTPUT, "null")), OUTPUT + " is null: filters take it for content")
                        .warning(
                                streamed(chat().with(INSTRUCTIONS, "\"\"")),
                                INSTRUCTIONS + " is \"\": filters take it for content")
                        .warning(
                                streamed(tool().with(ARGUMENTS, "[]")),
                                ARGUMENTS + " is []: filters take it for content")
                        .clean(streamed(tool().with(ARGUMENTS, "{}").with(RESULT, "[]"))),
                RuleSamples.of("GENAI196")
                        .warning(
                                streamed(chat().with(INPUT, "[{'role': 'user', 'content': 'Hi'}]")),
                                INPUT + " is no JSON but an object as Python prints it")
                        .warning(
                                streamed(chat().with(OUTPUT, "[Message[role=assistant, text=Hi]]")),
                                OUTPUT + " is no JSON but an object as Java prints it")
                        .warning(
                                streamed(chat().with(INPUT, "UserMessage { name = null }")),
                                INPUT + " is no JSON but an object as Java prints it")
                        .warning(
                                streamed(tool().with(RESULT, "[object Object]")),
                                RESULT + " is no JSON but an object as JavaScript prints it")
                        .clean(streamed(tool().with(RESULT, "[{\"a\":1}]")))
                        .clean(streamed(tool().with(RESULT, "Messages sent"))),
                RuleSamples.of("GENAI197")
                        .warning(streamed(chat().with(ARGUMENTS, "{}")), ARGUMENTS + " does not belong to gen_ai.chat")
                        .warning(
                                streamed(tool().with(INPUT, "[" + USER + "]")),
                                INPUT + " does not belong to gen_ai.execute_tool")
                        .warning(
                                streamed(chat().with(GenAiAttributes.EMBEDDINGS_INPUT, "Hi")),
                                GenAiAttributes.EMBEDDINGS_INPUT + " does not belong to gen_ai.chat")
                        .warning(
                                streamed(chat().with(RECORDS, "[{\"content\":\"a\"}]")),
                                RECORDS + " does not belong to gen_ai.chat")
                        .clean(streamed(tool().with(ARGUMENTS, "{}").with(RESULT, "sunny")))
                        .clean(streamed(embeddings().with(GenAiAttributes.EMBEDDINGS_INPUT, "Hi")))
                        .clean(streamed(memory().with(RECORDS, "[{\"content\":\"a\"}]")))
                        .clean(transaction(tool().field("op", "mcp.server").with(ARGUMENTS, "{}"))),
                RuleSamples.of("GENAI200")
                        .info(
                                streamed(chat().with(INPUT, "[Filtered]")),
                                INPUT + " is [Filtered]: no title and no transcript can be shown")
                        .clean(streamed(chat())),
                RuleSamples.of("GENAI202")
                        .warning(
                                streamed(tool().with(ARGUMENTS, "{\"city\":\"Paris\",\"city\":\"Rome\"}")),
                                ARGUMENTS + " has two members city in the object at character 0")
                        .warning(
                                streamed(
                                        chat().with(
                                                        INPUT,
                                                        "[{\"role\":\"user\",\"role\":\"user\",\"parts\":[]},{\"role\":\"user\",\"role\":\"user\"}]")),
                                INPUT + " has two members role in the object at character 1")
                        .warning(
                                streamed(tool().with(RESULT, "{\"a\":[{\"b\":1,\"b\":2}]}")),
                                RESULT + " has two members b in the object at character 6")
                        .clean(streamed(tool().with(RESULT, "[{\"a\":1},{\"a\":1}]")))
                        .warning(
                                streamed(tool().with(RESULT, "[{\"a\":1},{\"b\":1,\"b\":2},{\"c\":1,\"c\":2}]")),
                                RESULT + " has two members b in the object at character 9")
                        .warning(
                                streamed(tool().with(RESULT, "{\"a\":{\"b\":1,\"b\":2},\"c\":{\"d\":1,\"d\":2}}")),
                                RESULT + " has two members b in the object at character 5")
                        .warning(
                                streamed(chat()).repeatedHeader("dsn"),
                                "Header of the envelope has two members dsn in the object at byte 0"),
                RuleSamples.of("GENAI201")
                        .warning(
                                streamed(chat().with(INPUT, part("{\"type\":\"text\",\"content\":\"a\\ud83d\"}"))),
                                INPUT + " at /0/parts/0/content holds characters that are none")
                        .warning(
                                streamed(chat().with(INPUT, part("{\"type\":\"text\",\"content\":\"a\\u0000\"}"))),
                                INPUT + " at /0/parts/0/content holds characters that are none")
                        .warning(streamed(tool().with(RESULT, "caf\uFFFD")), RESULT + " holds characters that are none")
                        .clean(streamed(tool().with(RESULT, "😀 \\u00e9")))
                        .clean(streamed(
                                chat().with(INPUT, part("{\"type\":\"text\",\"content\":\"\\ud83d\\ude00\"}")))));
    }

    private static String part(String part) {
        return "[{\"role\":\"user\",\"parts\":[" + part + "]}]";
    }
}
