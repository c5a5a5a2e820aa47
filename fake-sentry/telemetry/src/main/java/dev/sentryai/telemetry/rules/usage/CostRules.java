package dev.sentryai.telemetry.rules.usage;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Sent;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Costs that the sender sets: GENAI158 and GENAI159. */
public final class CostRules {

    private static final String COST = "gen_ai.cost.";
    private static final double ROUNDING = 1e-9;

    private CostRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI158", CostRules::costIsSet, Fact.COST),
                Rule.of("GENAI159", CostRules::inconsistentCost, Fact.COST));
    }

    static void costIsSet(SpanSubject span, Consumer<Violation> found) {
        span.attributes().forEach((key, value) -> {
            if (key.startsWith(COST) && value != null) {
                found.accept(new Violation().attribute(key).actual(value));
            }
        });
    }

    static void inconsistentCost(SpanSubject span, Consumer<Violation> found) {
        negativeCost(span, found);
        costDoesNotAddUp(span, found);
    }

    private static void negativeCost(SpanSubject span, Consumer<Violation> found) {
        span.attributes().forEach((key, value) -> {
            if (key.startsWith(COST) && value instanceof Number cost && cost.doubleValue() < 0) {
                found.accept(new Violation()
                        .attribute(key)
                        .expected("0 or more")
                        .actual(cost)
                        .with("problem", key + " is negative: " + cost));
            }
        });
    }

    private static void costDoesNotAddUp(SpanSubject span, Consumer<Violation> found) {
        Optional<Double> input = cost(span, GenAiAttributes.COST_INPUT_TOKENS);
        Optional<Double> output = cost(span, GenAiAttributes.COST_OUTPUT_TOKENS);
        Optional<Double> total = cost(span, GenAiAttributes.COST_TOTAL_TOKENS);
        if (input.isEmpty() || output.isEmpty() || total.isEmpty()) {
            return;
        }
        double sum = input.get() + output.get();
        if (Math.abs(total.get() - sum) > ROUNDING) {
            found.accept(new Violation()
                    .attribute(GenAiAttributes.COST_TOTAL_TOKENS)
                    .expected(sum)
                    .actual(total.get())
                    .with("problem", "Total cost is " + total.get() + ", input and output add up to " + sum));
        }
    }

    private static Optional<Double> cost(SpanSubject span, String key) {
        return span.sent(key)
                .map(Sent::value)
                .filter(Number.class::isInstance)
                .map(cost -> ((Number) cost).doubleValue());
    }
}
