package dev.sentryai.telemetry.rules.usage;

import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.cost.CostEstimator;
import dev.sentryai.telemetry.cost.Dollars;
import dev.sentryai.telemetry.rules.policy.Budget;
import dev.sentryai.telemetry.rules.policy.Limit;
import dev.sentryai.telemetry.rules.subject.ConversationSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What calls, traces and conversations may cost by the policy: GENAI162. */
public final class BudgetRules {

    private static final String ID = "GENAI162";

    /** Sums of binary fractions are a little off. */
    private static final double ROUNDING = 1e-9;

    private BudgetRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(Rule.of(ID, BudgetRules::call));
    }

    public static List<Rule<TraceSubject>> ofTraces() {
        return List.of(Rule.of(ID, BudgetRules::trace));
    }

    public static List<Rule<ConversationSubject>> ofConversations() {
        return List.of(Rule.of(ID, BudgetRules::conversation));
    }

    static void call(SpanSubject span, Consumer<Violation> found) {
        Budget budget = span.policy().budget();
        if (!budget.call().isNone() && span.isAiClient()) {
            judge("Call", List.of(span), budget.call(), found);
        }
    }

    static void trace(TraceSubject trace, Consumer<Violation> found) {
        judge("Trace", trace.spans(), trace.spans().get(0).policy().budget().trace(), found);
    }

    static void conversation(ConversationSubject conversation, Consumer<Violation> found) {
        Limit limit = conversation.first().policy().budget().conversation();
        judge("Conversation", conversation.spans(), limit, found);
    }

    /** Speaks of the first call, as the others may be in other files. */
    private static void judge(String what, List<SpanSubject> spans, Limit limit, Consumer<Violation> found) {
        if (limit.isNone()) {
            return;
        }
        List<SpanSubject> calls = spans.stream().filter(SpanSubject::isAiClient).toList();
        if (!calls.isEmpty()) {
            judgeTokens(what, calls, limit, found);
            judgeCost(what, calls, limit, found);
        }
    }

    private static void judgeTokens(String what, List<SpanSubject> calls, Limit limit, Consumer<Violation> found) {
        if (limit.tokens() == null) {
            return;
        }
        long tokens =
                calls.stream().mapToLong(call -> tokens(call.record().usage())).sum();
        if (tokens > limit.tokens()) {
            found.accept(over(what, calls, tokens + " tokens", limit.tokens() + " tokens"));
        }
    }

    /** The total, else the part that is known. */
    private static long tokens(TokenUsage usage) {
        return usage.totalOrSum().orElseGet(() -> orZero(usage.input()) + orZero(usage.output()));
    }

    private static long orZero(@Nullable Long tokens) {
        return tokens == null ? 0 : tokens;
    }

    private static void judgeCost(String what, List<SpanSubject> calls, Limit limit, Consumer<Violation> found) {
        if (limit.dollars() == null) {
            return;
        }
        List<SpanRecord> records = calls.stream().map(SpanSubject::record).toList();
        CostEstimator estimator = new CostEstimator(calls.get(0).prices().table());
        double cost = estimator.estimate(records).cost().total();
        if (cost - limit.dollars() > ROUNDING) {
            found.accept(over(what, calls, "an estimated " + Dollars.text(cost), Dollars.text(limit.dollars())));
        }
    }

    private static Violation over(String what, List<SpanSubject> calls, String spent, String limit) {
        return new Violation()
                .span(calls.get(0).record())
                .expected(limit + " at most")
                .actual(spent)
                .with("what", what)
                .with("limit", limit);
    }
}
