package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.http;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.GenAiAttributes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Samples of the rules about keys, types and values of attributes. */
final class AttributeSamples {

    private static final String STOP = GenAiAttributes.REQUEST_STOP_SEQUENCES;
    private static final String MAX_TOKENS = GenAiAttributes.REQUEST_MAX_TOKENS;
    private static final String TEMPERATURE = GenAiAttributes.REQUEST_TEMPERATURE;

    private AttributeSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI060")
                        .error(
                                streamed(chat().with("gen_ai.request.modle", "gpt-4o")),
                                "Unknown attribute gen_ai.request.modle; did you mean gen_ai.request.model?")
                        .error(
                                streamed(chat().with("gen_ai.usage.cache_write.input_tokens", 7)),
                                "Unknown attribute gen_ai.usage.cache_write.input_tokens; did you mean"
                                        + " gen_ai.usage.cache_creation.input_tokens?")
                        .error(
                                transaction(http().with("gen_ai.favourite_colour", "red")),
                                "Unknown attribute gen_ai.favourite_colour")
                        .in(ConventionsVersion.V0_19_0)
                        .error(
                                streamed(chat().with("gen_ai.tool.call.result.size", 7)),
                                "Unknown attribute gen_ai.tool.call.result.size in conventions 0.19.0; 0.33.0 has it")
                        .in(ConventionsVersion.V0_33_0)
                        .clean(streamed(chat().with("gen_ai.tool.call.result.size", 7)))
                        .clean(streamed(
                                chat().with("gen_ai.request.stream", true).with("gen_ai.user.message", "Hi")))
                        .clean(streamed(chat().with("gen_ai.prompt.variable.city", "Paris")
                                .with("colour", "red")))
                        .clean(streamed(chat().with("gen_ai.prompt.variable.", "Paris"))),
                RuleSamples.of("GENAI062")
                        .error(
                                streamed(chat().with("gen_ai.request.reasoning_effort", "high")),
                                "gen_ai.request.reasoning_effort was removed from the conventions; use"
                                        + " gen_ai.request.reasoning.level")
                        .clean(streamed(chat().with("gen_ai.request.reasoning.level", "high"))),
                RuleSamples.of("GENAI068")
                        .error(
                                streamed(chat().with("gen_ai.system", "azure")),
                                "gen_ai.system is azure but gen_ai.provider.name is openai: Sentry keeps the latter")
                        .error(
                                transaction(chat().with("gen_ai.usage.prompt_tokens", 58)),
                                "gen_ai.usage.prompt_tokens is 58 but gen_ai.usage.input_tokens is 57: Sentry keeps the latter")
                        .error(
                                transaction(chat().with("gen_ai.prompt", "my secret")),
                                "gen_ai.prompt is one text but gen_ai.input.messages is another text: Sentry keeps the latter")
                        .clean(streamed(chat().with("gen_ai.system", "openai")))
                        .clean(streamed(chat().with("gen_ai.response.finish_reason", "stop")))
                        .clean(streamed(chat().with("gen_ai.usage.prompt_tokens", 57.0)))
                        .clean(streamed(chat().with("gen_ai.system", "azure").without(GenAiAttributes.PROVIDER_NAME)))
                        .clean(streamed(chat().with("gen_ai.request.messages", "[]"))),
                RuleSamples.of("GENAI069")
                        .error(
                                streamed(chat().with(GenAiAttributes.REQUEST_MODEL, 4)),
                                "gen_ai.request.model must be string, is integer")
                        .error(
                                transaction(chat().with(GenAiAttributes.RESPONSE_FINISH_REASONS, List.of("stop"))),
                                "gen_ai.response.finish_reasons must be string, is array")
                        .error(transaction(chat().with(MAX_TOKENS, "many")), MAX_TOKENS + " must be integer, is string")
                        .error(transaction(chat().with(STOP, "END")), STOP + " must be string[], is string")
                        .clean(streamed(chat().with(TEMPERATURE, 0)
                                .with(MAX_TOKENS, 100)
                                .with(STOP, List.of("END"))))
                        .clean(streamed(chat().with("thread.id", "main")))
                        .error(
                                streamed(chat().with(GenAiAttributes.RESPONSE_STREAMING, "yes")),
                                "gen_ai.response.streaming must be boolean, is string")
                        .error(
                                transaction(chat().with(MAX_TOKENS, Map.of("most", 100))),
                                MAX_TOKENS + " must be integer, is object"),
                RuleSamples.of("GENAI070")
                        .error(
                                streamed(chat().withTyped(TEMPERATURE, "integer", 0.5)),
                                TEMPERATURE + " is declared integer but its value is double: Sentry removes it")
                        .error(
                                streamed(http().withTyped("colour", "string", true)),
                                "colour is declared string but its value is boolean: Sentry removes it")
                        .clean(streamed(chat().withTyped(TEMPERATURE, "double", 1)))
                        .clean(transaction(http().with("colour", true)))
                        .error(
                                streamed(http().withTyped("flag", "boolean", "yes")),
                                "flag is declared boolean but its value is string: Sentry removes it"),
                RuleSamples.of("GENAI071")
                        .error(
                                streamed(chat().withRaw(TEMPERATURE, Map.of("value", 0.5))),
                                TEMPERATURE + " has no type: Sentry removes it")
                        .error(
                                streamed(chat().withRaw(TEMPERATURE, Map.of("type", "double"))),
                                TEMPERATURE + " has no value: Sentry removes it")
                        .error(
                                streamed(chat().withTyped(STOP, "string[]", List.of("END"))),
                                STOP + " has the unknown type \"string[]\": Sentry removes it")
                        .error(
                                streamed(chat().withRaw(TEMPERATURE, 0.5)),
                                TEMPERATURE + " has no object with value and type around it: Sentry removes it")
                        .clean(streamed(chat().withTyped(STOP, "array", List.of("END"))))
                        .clean(transaction(chat().with(STOP, List.of("END")))),
                RuleSamples.of("GENAI072")
                        .error(
                                streamed(chat().with(GenAiAttributes.INPUT_MESSAGES, List.of(Map.of("role", "user")))),
                                "gen_ai.input.messages must be JSON text, is a JSON array")
                        .error(
                                streamed(chat().withTyped(
                                                GenAiAttributes.TOOL_CALL_ARGUMENTS,
                                                "object",
                                                Map.of("city", "Paris"))),
                                "gen_ai.tool.call.arguments must be JSON text, is a JSON object")
                        .warning(
                                transaction(chat().with(GenAiAttributes.TOOL_CALL_ARGUMENTS, Map.of("city", "Paris"))),
                                "gen_ai.tool.call.arguments must be JSON text, is a JSON object")
                        .clean(streamed(chat().with(GenAiAttributes.TOOL_CALL_ARGUMENTS, "{\"city\":\"Paris\"}")))
                        .clean(transaction(chat().with("colours", Map.of("sky", "blue")))),
                RuleSamples.of("GENAI073")
                        .error(
                                streamed(chat().with(STOP, List.of("END", 1))),
                                STOP + " holds values of several types: only flat arrays of one type are kept")
                        .error(
                                streamed(http().with("colours", List.of(List.of("red")))),
                                "colours holds arrays: only flat arrays of one type are kept")
                        .error(
                                transaction(chat().with(STOP, List.of(Map.of("text", "END")))),
                                STOP + " holds objects: only flat arrays of one type are kept")
                        .clean(streamed(chat().with("numbers", Arrays.asList(1, 2.5, null))
                                .with(STOP, List.of())))
                        .clean(transaction(chat().with("colours", List.of(List.of("red"))))),
                RuleSamples.of("GENAI074")
                        .error(streamed(chat().with(MAX_TOKENS, 10.5)), MAX_TOKENS + " must be an integer, is 10.5")
                        .warning(
                                transaction(chat().with(MAX_TOKENS, 10.0)), MAX_TOKENS + " must be an integer, is 10.0")
                        .warning(
                                streamed(chat().withTyped(MAX_TOKENS, "double", 10)),
                                MAX_TOKENS + " must be an integer, is 10 declared as double")
                        .clean(streamed(chat().with(MAX_TOKENS, 10))),
                RuleSamples.of("GENAI075")
                        .warning(
                                streamed(chat().with(MAX_TOKENS, "100")),
                                MAX_TOKENS + " must be integer, is the text \"100\": sums and filters do not see it")
                        .warning(
                                transaction(chat().with(GenAiAttributes.RESPONSE_STREAMING, "true")),
                                "gen_ai.response.streaming must be boolean, is the text \"true\": sums and filters do not see it")
                        .clean(streamed(chat().with(MAX_TOKENS, 100)))
                        .clean(transaction(chat().with("thread.id", "18")))
                        .warning(
                                streamed(chat().with(GenAiAttributes.RESPONSE_STREAMING, "false")),
                                "gen_ai.response.streaming must be boolean, is the text \"false\": sums and filters do not see it")
                        .warning(
                                streamed(chat().with(TEMPERATURE, " 0.5")),
                                TEMPERATURE + " must be double, is the text \" 0.5\": sums and filters do not see it"),
                RuleSamples.of("GENAI076")
                        .error(
                                streamed(chat().with(MAX_TOKENS, BigInteger.TWO.pow(63))),
                                MAX_TOKENS + " is 9223372036854775808, which no 64-bit number can hold")
                        .error(
                                transaction(chat().with(TEMPERATURE, new BigDecimal("1e400"))),
                                TEMPERATURE + " is 1E+400, which no 64-bit number can hold")
                        .clean(streamed(chat().with(MAX_TOKENS, Long.MAX_VALUE))),
                RuleSamples.of("GENAI081")
                        .error(
                                streamed(chat().with("gen_ai.prompt.variable.", "Paris")),
                                "gen_ai.prompt.variable. lacks the part that the key ends with")
                        .error(
                                transaction(chat().with("mcp.request.argument", "Paris")),
                                "mcp.request.argument lacks the part that the key ends with")
                        .clean(streamed(chat().with("gen_ai.prompt.variable.city", "Paris"))));
    }
}
