package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.agent;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.http;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.rules.policy.Budget;
import dev.sentryai.telemetry.rules.policy.Limit;
import dev.sentryai.telemetry.rules.policy.Policy;
import java.util.List;

/** Samples of the rule about budgets; the default call has 57 input and 17 output tokens, which cost 57 + 2 · 17 = 91 cents here. */
final class BudgetSamples {

    private static final PriceTable PRICES =
            PriceTable.parse("test", "source: test\ndate: 2026-11-21\n\n* 10000 20000\n");

    private BudgetSamples() {}

    static List<RuleSamples> all() {
        return List.of(RuleSamples.of("GENAI162")
                .at(PRICES)
                .clean(streamed(chat().with(GenAiAttributes.USAGE_INPUT_TOKENS, 10_000_000)))
                .under(call(new Limit(null, 73L)))
                .error(streamed(chat()), "Call uses 74 tokens, more than the budget of 73 tokens")
                .clean(transaction(http(), agent().with(GenAiAttributes.USAGE_INPUT_TOKENS, 100)))
                .under(call(new Limit(null, 74L)))
                .clean(streamed(chat()))
                .under(call(new Limit(0.9, null)))
                .error(streamed(chat()), "Call uses an estimated $0.91, more than the budget of $0.9")
                .under(call(new Limit(0.91, null)))
                .clean(streamed(chat()))
                .under(trace(new Limit(null, 147L)))
                .error(
                        streamed(chat(), agent(), chat().id("8f22363dc7a14692")),
                        "Trace uses 148 tokens, more than the budget of 147 tokens")
                .clean(streamed(chat()))
                .under(trace(new Limit(1.5, null)))
                .error(
                        streamed(chat(), chat().id("8f22363dc7a14692")),
                        "Trace uses an estimated $1.82, more than the budget of $1.50")
                .under(conversation(new Limit(null, 100L)))
                .error(
                        streamed(inConversation("8f22363dc7a14691"), inConversation("8f22363dc7a14692")),
                        "Conversation uses 148 tokens, more than the budget of 100 tokens")
                .clean(streamed(chat(), inConversation("8f22363dc7a14692")))
                .under(call(new Limit(null, 16L)))
                .error(
                        streamed(chat().without(GenAiAttributes.USAGE_TOTAL_TOKENS)
                                .without(GenAiAttributes.USAGE_OUTPUT_TOKENS)),
                        "Call uses 57 tokens, more than the budget of 16 tokens")
                .error(
                        streamed(chat().without(GenAiAttributes.USAGE_TOTAL_TOKENS)
                                .without(GenAiAttributes.USAGE_INPUT_TOKENS)),
                        "Call uses 17 tokens, more than the budget of 16 tokens"));
    }

    private static TestSpan inConversation(String id) {
        return chat().id(id).with(GenAiAttributes.CONVERSATION_ID, "conv-1");
    }

    private static Policy call(Limit limit) {
        return Policy.NONE.withBudget(new Budget(limit, Limit.NONE, Limit.NONE));
    }

    private static Policy trace(Limit limit) {
        return Policy.NONE.withBudget(new Budget(Limit.NONE, limit, Limit.NONE));
    }

    private static Policy conversation(Limit limit) {
        return Policy.NONE.withBudget(new Budget(Limit.NONE, Limit.NONE, limit));
    }
}
