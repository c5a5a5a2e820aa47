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
    private static final String DEFINITIONS = GenAiAttributes.TOOL_DEFINITIONS;
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
                RuleSamples.of("GENAI189")
                        .warning(
                                streamed(chat().with(DEFINITIONS, "get_weather")), "Tool definitions are no JSON array")
                        .warning(
                                streamed(chat().with(DEFINITIONS, "[{\"type\":\"function\"}]")),
                                "Tool definition 0 has no name")
                        .warning(
                                streamed(chat().with(DEFINITIONS, "[1]")),
                                "Tool definition 0 is no object with members")
                        .warning(
                                streamed(chat().with(
                                                DEFINITIONS,
                                                "[{\"type\":\"function\",\"function\":{\"name\":\"t\"}}]")),
                                "Tool definition 0 keeps its name inside of function")
                        .warning(
                                streamed(chat().with(DEFINITIONS, definition("7"))),
                                "Tool definition 0 has parameters that are no JSON Schema: it must be an object")
                        .warning(
                                streamed(chat().with(DEFINITIONS, definition("{\"type\":\"OBJECT\"}"))),
                                "Tool definition 0 has parameters that are no JSON Schema: unknown type OBJECT")
                        .warning(
                                streamed(chat().with(
                                                DEFINITIONS,
                                                definition("{\"properties\":{\"c\":{\"type\":\"text\"}}}"))),
                                "Tool definition 0 has parameters that are no JSON Schema: unknown type text (property c)")
                        .warning(
                                streamed(chat().with(DEFINITIONS, definition("{\"properties\":[]}"))),
                                "Tool definition 0 has parameters that are no JSON Schema: properties must be an object")
                        .warning(
                                streamed(chat().with(DEFINITIONS, definition("{\"items\":3}"))),
                                "Tool definition 0 has parameters that are no JSON Schema: it must be an object")
                        .warning(
                                streamed(chat().with(DEFINITIONS, definition("{\"required\":\"c\"}"))),
                                "Tool definition 0 has parameters that are no JSON Schema: required must be an array of"
                                        + " names")
                        .info(streamed(chat().with(DEFINITIONS, "[{\"name\":\"t\"}]")), "Tool definition 0 has no type")
                        .clean(streamed(chat().with(DEFINITIONS, "[Filtered]")))
                        .clean(
                                streamed(
                                        chat().with(
                                                        DEFINITIONS,
                                                        definition(
                                                                "{\"type\":[\"object\",\"null\"],\"properties\":{\"c\":{\"type\":\"array\","
                                                                        + "\"items\":{\"type\":\"string\"}},\"d\":true},\"required\":[\"c\"]}"))))
                        .clean(streamed(chat().with(DEFINITIONS, "[{\"type\":\"web_search\",\"name\":\"search\"}]"))),
                RuleSamples.of("GENAI190")
                        .info(
                                streamed(tool().with(ARGUMENTS, "Paris")),
                                ARGUMENTS + ": the arguments are no JSON object")
                        .info(streamed(tool().with(ARGUMENTS, "[1]")), ARGUMENTS + ": the arguments are no JSON object")
                        .warning(
                                streamed(tool().with(ARGUMENTS, "{\"city\":\"Par")),
                                ARGUMENTS + ": the arguments look like JSON that was cut off")
                        .clean(streamed(tool().with(ARGUMENTS, "{\"city\":\"Paris\"}")))
                        .clean(streamed(tool().with(ARGUMENTS, "[Filtered]")))
                        .clean(streamed(tool().with(ARGUMENTS, "{}"))),
                RuleSamples.of("GENAI191")
                        .warning(
                                streamed(tool().with(RESULT, "sunny ☀").with(GenAiAttributes.TOOL_CALL_RESULT_SIZE, 7)),
                                GenAiAttributes.TOOL_CALL_RESULT_SIZE + " is 7, the result has 9 bytes")
                        .warning(
                                streamed(tool().with(RESULT, "sun...").with(GenAiAttributes.TOOL_CALL_RESULT_SIZE, 5)),
                                GenAiAttributes.TOOL_CALL_RESULT_SIZE + " is 5, the result has 6 bytes")
                        .clean(streamed(tool().with(RESULT, "sunny ☀").with(GenAiAttributes.TOOL_CALL_RESULT_SIZE, 9)))
                        .clean(streamed(tool().with(RESULT, "sun…").with(GenAiAttributes.TOOL_CALL_RESULT_SIZE, 900)))
                        .clean(streamed(
                                tool().with(RESULT, "[Filtered]").with(GenAiAttributes.TOOL_CALL_RESULT_SIZE, 900)))
                        .clean(streamed(tool().with(GenAiAttributes.TOOL_CALL_RESULT_SIZE, 900)))
                        .warning(
                                streamed(tool().with(RESULT, "sun…").with(GenAiAttributes.TOOL_CALL_RESULT_SIZE, 5)),
                                GenAiAttributes.TOOL_CALL_RESULT_SIZE + " is 5, the result has 6 bytes")
                        .clean(streamed(tool().with(RESULT, "sun...").with(GenAiAttributes.TOOL_CALL_RESULT_SIZE, 6)))
                        .clean(streamed(
                                tool().with(RESULT, "sun...").with(GenAiAttributes.TOOL_CALL_RESULT_SIZE, 900))),
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
                RuleSamples.of("GENAI198")
                        .error(
                                streamed(memory().with(RECORDS, "{\"content\":\"a\"}")),
                                "Memory records are no JSON array")
                        .error(streamed(memory().with(RECORDS, "[\"a\"]")), "Memory record 0 is no object")
                        .error(streamed(memory().with(RECORDS, "[{\"id\":\"1\"}]")), "Memory record 0 has no content")
                        .error(
                                streamed(memory().with(RECORDS, "[{\"content\":\"a\",\"score\":\"high\"}]")),
                                "Memory record 0 has a score that is no number")
                        .clean(streamed(memory().with(RECORDS, "[Filtered]")))
                        .clean(streamed(
                                memory().with(RECORDS, "[{\"content\":\"a\",\"score\":0.5},{\"content\":{\"b\":1}}]"))),
                RuleSamples.of("GENAI199")
                        .error(
                                streamed(decide(
                                        "[{\"state\":\"x\"}]",
                                        "[{\"answers\":{\"a\":{\"type\":\"noul\",\"noul\":1}}}]")),
                                INPUT + " holds no object with questions")
                        .error(
                                streamed(decide(
                                        "[{\"questions\":{\"a\":{\"type\":\"riddle\"}}}]",
                                        "[{\"answers\":{\"a\":{\"choice\":\"x\"}}}]")),
                                INPUT + " at /0/questions/a has no type that is known")
                        .error(
                                streamed(decide(
                                        "[{\"questions\":{\"a\":{\"type\":\"choice\"}}}]", "[{\"truncated\":false}]")),
                                OUTPUT + " holds no object with answers")
                        .error(
                                streamed(decide(
                                        "[{\"questions\":{\"a\":{\"type\":\"choice\"}}}]",
                                        "[{\"answers\":{\"a\":{\"type\":\"choice\"}}}]")),
                                OUTPUT + " at /0/answers/a has no value")
                        .info(
                                streamed(decide(
                                        "[{\"questions\":{\"a\":{\"type\":\"choice\"},\"b\":{\"type\":\"score\"}}}]",
                                        "[{\"answers\":{\"a\":{\"choice\":\"x\"}}}]")),
                                OUTPUT + " at /0/answers has no answer to b")
                        .clean(streamed(decide(
                                "[{\"questions\":{\"a\":{\"type\":\"score\"}}}]",
                                "[{\"answers\":{\"a\":{\"score\":3}}}]")))
                        .clean(streamed(extract(
                                "[{\"fields\":{\"a\":{\"type\":\"date\"}}}]",
                                "[{\"answers\":{\"a\":{\"value\":null}},\"truncated\":false}]")))
                        .clean(streamed(chat())),
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
                                RESULT + " has two members b in the object at character 5"),
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

    private static String definition(String parameters) {
        return "[{\"type\":\"function\",\"name\":\"t\",\"parameters\":" + parameters + "}]";
    }

    private static TestSpan decide(String questions, String answers) {
        return decision("decide", questions, answers);
    }

    private static TestSpan extract(String questions, String answers) {
        return decision("extract", questions, answers);
    }

    private static TestSpan decision(String operation, String questions, String answers) {
        return chat().field("op", "gen_ai." + operation)
                .with(GenAiAttributes.OPERATION_NAME, operation)
                .with(INPUT, questions)
                .with(OUTPUT, answers);
    }
}
