package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.agent;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static dev.sentryai.telemetry.rules.TestSpan.tool;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.price.PriceTable;
import java.util.List;

/** Samples of the rules about what Sentry can show. */
final class ReadinessSamples {

    private static final String OTHER_ID = "8f22363dc7a14692";

    private ReadinessSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI280")
                        .info(
                                streamed(http().with(GenAiAttributes.REQUEST_MODEL, "gpt-4o"), http().id(OTHER_ID)),
                                "Not shown under Agents: no span of the trace has an AI op or an operation name")
                        .clean(streamed(http().with(GenAiAttributes.REQUEST_MODEL, "gpt-4o"), tool()))
                        .clean(transaction(http().with(GenAiAttributes.AGENT_NAME, "Concierge")))
                        .clean(streamed(http())),
                RuleSamples.of("GENAI281")
                        .info(
                                streamed(chat().without(GenAiAttributes.REQUEST_MODEL)
                                        .without(GenAiAttributes.RESPONSE_MODEL)),
                                "No cost for 1 of 1 call: no model")
                        .info(streamed(chat().withoutUsage()), "No cost for 1 of 1 call: no tokens")
                        .info(
                                transaction(
                                        chat().with(GenAiAttributes.RESPONSE_MODEL, "own"),
                                        chat().id(OTHER_ID).withoutUsage().with(GenAiAttributes.USAGE_INPUT_TOKENS, 0),
                                        chat().id("8f22363dc7a14693"),
                                        chat().id("8f22363dc7a14694").with(GenAiAttributes.RESPONSE_MODEL, "own")),
                                "No cost for 3 of 4 calls: no price for own, no tokens")
                        .clean(streamed(chat(), agent(), tool()))
                        .clean(streamed(chat().withoutUsage().field("status", "error")))
                        .clean(streamed(chat().without(GenAiAttributes.RESPONSE_MODEL)))
                        .clean(streamed(chat().without(GenAiAttributes.USAGE_INPUT_TOKENS)))
                        .at(PriceTable.parse("contract", "own 1 2"))
                        .clean(streamed(chat().with(GenAiAttributes.RESPONSE_MODEL, "own")))
                        .info(streamed(chat()), "No cost for 1 of 1 call: no price for gpt-4o-2024-08-06"),
                RuleSamples.of("GENAI282")
                        .info(
                                transaction(chat().field("status", "invalid_argument")),
                                "1 failed AI span has the status invalid_argument: counted in the failure rate only")
                        .info(
                                transaction(
                                        chat(),
                                        tool().field("status", "not_found"),
                                        chat().id(OTHER_ID).field("status", "unavailable")),
                                "2 failed AI spans have the status not_found: counted in the failure rate only")
                        .clean(transaction(chat().field("status", "internal_error")))
                        .clean(transaction(chat().withoutField("status"), tool().field("status", "cancelled")))
                        .clean(transaction(http().field("status", "not_found")))
                        .clean(streamed(chat().field("status", "unavailable"))),
                RuleSamples.of("GENAI283")
                        .info(
                                transaction(content(100_000), content(100_001).id(OTHER_ID)),
                                "Content of the trace has 200001 bytes in transactions, which are cut at 800 KiB and"
                                        + " refused beyond 1 MiB")
                        .clean(transaction(content(100_000), content(100_000).id(OTHER_ID)))
                        .clean(transaction(http().with(GenAiAttributes.INPUT_MESSAGES, "x".repeat(200_001))))
                        .clean(streamed(content(200_001))),
                RuleSamples.of("GENAI284")
                        .info(
                                streamed(chat().with("gen_ai.a", 1)
                                        .with("gen_ai.b", 1)
                                        .with("gen_ai.c", 1)),
                                "78 % of gen_ai keys are registered (11 of 14)")
                        .clean(streamed(chat().with("gen_ai.a", 1).with("gen_ai.b", 1)))
                        .clean(streamed(http().with("gen_ai.a", 1)))
                        .clean(streamed(chat().bare().field("op", "gen_ai.chat").with("colour", "red"))),
                RuleSamples.of("GENAI286")
                        .clean(streamed(chat().with("gen_ai.memory.query.text", "x")))
                        .in(ConventionsVersion.V0_19_0)
                        .info(
                                streamed(chat(), chat().id(OTHER_ID).with("gen_ai.memory.query.text", "x")),
                                "Newer conventions 0.33.0 have gen_ai.memory.query.text: the trace was judged by 0.19.0")
                        .clean(streamed(chat()))
                        .clean(streamed(chat().with("gen_ai.unheard.of", "x"))));
    }

    private static TestSpan content(int bytes) {
        return chat().without(GenAiAttributes.OUTPUT_MESSAGES).with(GenAiAttributes.INPUT_MESSAGES, "x".repeat(bytes));
    }
}
