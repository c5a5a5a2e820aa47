package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.memory;
import static dev.sentryai.telemetry.rules.TestSpan.tool;

import dev.sentryai.protocol.GenAiAttributes;
import java.util.List;

/** Samples of the rules about what tools, memories and decisions take and give. */
final class ToolContentSamples {

    private static final String INPUT = GenAiAttributes.INPUT_MESSAGES;
    private static final String OUTPUT = GenAiAttributes.OUTPUT_MESSAGES;
    private static final String DEFINITIONS = GenAiAttributes.TOOL_DEFINITIONS;
    private static final String ARGUMENTS = GenAiAttributes.TOOL_CALL_ARGUMENTS;
    private static final String RESULT = GenAiAttributes.TOOL_CALL_RESULT;
    private static final String RECORDS = GenAiAttributes.MEMORY_RECORDS;

    private ToolContentSamples() {}

    static List<RuleSamples> all() {
        return List.of(
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
                        .clean(streamed(chat())));
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
