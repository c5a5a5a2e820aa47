package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.of;
import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.agent;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static dev.sentryai.telemetry.rules.TestSpan.root;
import static dev.sentryai.telemetry.rules.TestSpan.tool;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.rules.TestEnvelope.TestItem;
import dev.sentryai.telemetry.rules.policy.Demand;
import dev.sentryai.telemetry.rules.policy.Policy;
import java.util.List;
import java.util.Map;

/** Samples of the rules about privacy. What looks like a secret here is put together, lest scanners of repositories find it. */
final class PrivacySamples {

    private static final String INPUT = GenAiAttributes.INPUT_MESSAGES;
    private static final String OUTPUT = GenAiAttributes.OUTPUT_MESSAGES;
    private static final String ARGUMENTS = GenAiAttributes.TOOL_CALL_ARGUMENTS;
    private static final String RESULT = GenAiAttributes.TOOL_CALL_RESULT;
    private static final String TEXT = INPUT + " at /0/parts/0/content";
    private static final String LONG = "Please tell me everything about Lisbon";

    private PrivacySamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI230")
                        .clean(streamed(chat()))
                        .under(Policy.NONE.withInputs(Demand.FORBIDDEN))
                        .error(streamed(chat()), INPUT + " is sent although the policy forbids inputs")
                        .error(
                                transaction(tool().with(ARGUMENTS, "{\"city\":\"Paris\"}")),
                                ARGUMENTS + " is sent although the policy forbids inputs")
                        .error(
                                transaction(tool().with("gen_ai.prompt.variable.city", "Paris")),
                                "gen_ai.prompt.variable.city is sent although the policy forbids inputs")
                        .clean(streamed(chat().with(INPUT, "[Filtered]")))
                        .clean(streamed(chat().with(INPUT, "[]")))
                        .clean(streamed(chat().without(INPUT).with(GenAiAttributes.TOOL_DEFINITIONS, "[]")))
                        .under(Policy.NONE.withInputs(Demand.REQUIRED))
                        .clean(streamed(chat())),
                RuleSamples.of("GENAI231")
                        .clean(streamed(chat()))
                        .under(Policy.NONE.withOutputs(Demand.FORBIDDEN))
                        .error(streamed(chat()), OUTPUT + " is sent although the policy forbids outputs")
                        .error(
                                transaction(tool().with("gen_ai.tool.output", "sunny")),
                                "gen_ai.tool.output is sent although the policy forbids outputs")
                        .clean(streamed(chat().without(OUTPUT))),
                RuleSamples.of("GENAI232")
                        .error(
                                says("Use " + "sk-" + "ant-api03-aB3dE6gH9jK2mN5pQ8sT"),
                                "Possible API key of Anthropic in " + TEXT)
                        .error(
                                streamed(tool().with(RESULT, "key " + "AKIA" + "Q3E5R7T9Y2U4I6O8")),
                                "Possible access key of AWS in " + RESULT)
                        .clean(says("Ask sk-learn-with-a-very-long-name about tokens"))
                        .error(
                                says("Use " + "sk-" + "ant-api03-aB3dE6gH9jK2mN5pQ8sT or write to ann@example.com"),
                                "Possible API key of Anthropic in " + TEXT),
                RuleSamples.of("GENAI233")
                        .error(says("Authorization: Bearer aB3dE6gH9jK2mN5pQ8sT"), "Possible bearer token in " + TEXT)
                        .clean(says("A bearer of good news")),
                RuleSamples.of("GENAI234")
                        .error(
                                says("psql postgres://" + "ann:s3cr3t" + "@db/app"),
                                "Possible URL with a password in " + TEXT)
                        .error(
                                streamed(tool().with(RESULT, "-----BEGIN RSA " + "PRIVATE KEY-----\\nMIIE")),
                                "Possible private key in " + RESULT)
                        .clean(says("See https://example.com:8080/a@b")),
                RuleSamples.of("GENAI235")
                        .warning(
                                says("Write to ann@example.com or bob@example.com"),
                                "Possible e-mail address in " + TEXT + "; Sentry's default scrubbing replaces it")
                        .warning(
                                says("Call +351 21 123 45 67"),
                                "Possible phone number in " + TEXT + "; Sentry's default scrubbing does not replace it")
                        .warning(
                                streamed(chat().with(GenAiAttributes.SYSTEM_INSTRUCTIONS, "Write to ann@example.com")),
                                "Possible e-mail address in " + GenAiAttributes.SYSTEM_INSTRUCTIONS
                                        + "; Sentry's default scrubbing does not replace it")
                        .clean(says("12 + 30 = 42 at 10.0.0.1")),
                RuleSamples.of("GENAI236")
                        .clean(streamed(chat().with("user.id", "7")))
                        .under(Policy.NONE.withUserIdentity(Demand.FORBIDDEN))
                        .warning(
                                streamed(chat().with("user.id", "7")),
                                "user.id is sent although the policy forbids the identity of users")
                        .warning(
                                of(TestItem.transaction(root(), chat()).payload("user", Map.of("email", "a@b.c"))),
                                "user.email is sent although the policy forbids the identity of users")
                        .clean(of(TestItem.transaction(root(), chat()).payload("user", Map.of("email", ""))))
                        .clean(streamed(chat().with("user.id", "[Filtered]"))),
                RuleSamples.of("GENAI237")
                        .error(
                                streamed(tool().with(ARGUMENTS, "{\"user\":{\"apiKey\":\"abc\"}}")),
                                ARGUMENTS + " at /user/apiKey: the value of apiKey is not filtered")
                        .error(
                                streamed(tool().with(RESULT, "[{\"session_id\":\"abc\"}]")),
                                RESULT + " at /0/session_id: the value of session_id is not filtered")
                        .error(
                                streamed(chat().with(
                                                OUTPUT,
                                                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"c\",\"name\":\"t\","
                                                        + "\"arguments\":{\"password\":\"abc\"}}]}]")),
                                OUTPUT + " at /0/parts/0/arguments/password: the value of password is not filtered")
                        .clean(streamed(tool().with(ARGUMENTS, "{\"password\":\"[Filtered]\",\"token\":\"\"}")))
                        .clean(streamed(
                                tool().with(ARGUMENTS, "{\"author\":\"Ann\",\"max_tokens\":\"7\",\"key\":\"city\"}")))
                        .clean(streamed(tool().with(RESULT, "{\"primary_key\":\"id\",\"token\":7}")))
                        .clean(
                                streamed(
                                        chat().with(
                                                        INPUT,
                                                        "[{\"role\":\"user\",\"token\":\"a\",\"parts\":[{\"type\":\"text\",\"content\":\"Hi\"}]}]"))),
                RuleSamples.of("GENAI238")
                        .warning(
                                streamed(chat().with("prompt", "Hi")),
                                "prompt holds content: the rules that scrub content do not reach there")
                        .warning(
                                transaction(chat().with("llm.prompts.0.content", "Hi")),
                                "llm.prompts.0.content holds content: the rules that scrub content do not reach there")
                        .warning(
                                streamed(chat().field("name", "chat " + LONG).with(INPUT, user(LONG))),
                                "The span's name holds content: the rules that scrub content do not reach there")
                        .warning(
                                transaction(chat().field("tags", Map.of("question", LONG))
                                        .with(INPUT, user(LONG))),
                                "Tag question holds content: the rules that scrub content do not reach there")
                        .clean(transaction(http().with("prompt", "Hi")))
                        .clean(streamed(chat().with("llm.vendor", "openai").with("prompt", "")))
                        .clean(streamed(chat().field("name", "chat a-model-with-a-long-name-2026")))
                        .warning(
                                streamed(chat().field("name", "twenty characters ok")
                                        .with(INPUT, user("twenty characters ok"))),
                                "The span's name holds content: the rules that scrub content do not reach there")
                        .clean(streamed(
                                chat().field("name", "nineteen characters").with(INPUT, user("nineteen characters")))),
                RuleSamples.of("GENAI239")
                        .info(
                                streamed(chat().with("app.tenant", "acme")),
                                "app.tenant is not in the conventions: all of Sentry's default scrubbing rules apply")
                        .info(
                                transaction(agent().with("tenant", "acme").with("app.user", "7")),
                                "tenant and 1 more are not in the conventions: all of Sentry's default scrubbing rules"
                                        + " apply")
                        .clean(streamed(chat().with("http.something.new", "a").with("prompt", "Hi")))
                        .clean(transaction(http().with("app.tenant", "acme"))),
                RuleSamples.of("GENAI240")
                        .clean(streamed(chat().without(INPUT).without(OUTPUT)))
                        .under(Policy.NONE.withInputs(Demand.REQUIRED))
                        .info(
                                streamed(chat().without(INPUT)),
                                "No input content in this trace, which the policy requires")
                        .clean(streamed(chat().without(OUTPUT)))
                        .clean(transaction(http()))
                        .under(Policy.NONE.withOutputs(Demand.REQUIRED))
                        .info(
                                streamed(chat().without(OUTPUT)),
                                "No output content in this trace, which the policy requires")
                        .clean(streamed(
                                chat().without(INPUT),
                                chat().id("8f22363dc7a14692").without(OUTPUT))));
    }

    private static TestEnvelope says(String text) {
        return streamed(chat().with(INPUT, user(text)));
    }

    private static String user(String text) {
        return "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"" + text + "\"}]}]";
    }
}
