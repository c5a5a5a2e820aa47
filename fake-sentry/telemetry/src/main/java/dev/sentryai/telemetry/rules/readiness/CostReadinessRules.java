package dev.sentryai.telemetry.rules.readiness;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Count;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls of models for which Sentry can not compute a cost: GENAI281. */
public final class CostReadinessRules {

    private CostReadinessRules() {}

    public static List<Rule<TraceSubject>> all() {
        return List.of(Rule.of("GENAI281", CostReadinessRules::noCost, Fact.AI));
    }

    static void noCost(TraceSubject trace, Consumer<Violation> found) {
        SpanSubject first = null;
        Set<String> reasons = Set.of();
        int calls = 0;
        int costless = 0;
        List<SpanSubject> spans = trace.spans();
        for (int i = 0; i < spans.size(); i++) {
            SpanSubject span = spans.get(i);
            if (!span.isAiClient() || !span.isSuccess()) {
                continue; // who fails may well have used nothing
            }
            calls++;
            String reason = reason(span);
            if (reason != null) {
                costless++;
                reasons = costless == 1 ? new TreeSet<>() : reasons;
                reasons.add(reason);
                first = first == null ? span : first;
            }
        }
        if (first != null) {
            found.accept(new Violation()
                    .span(first.record())
                    .with("costless", costless)
                    .with("calls", calls == 1 ? "1 call" : calls + " calls")
                    .with("reasons", String.join(", ", reasons)));
        }
    }

    /** Why there is no cost; null if there is one. */
    private static @Nullable String reason(SpanSubject span) {
        if (isNone(span.counts().input()) && isNone(span.counts().output())) {
            return "no tokens";
        }
        Optional<String> model =
                span.text(GenAiAttributes.RESPONSE_MODEL).or(() -> span.text(GenAiAttributes.REQUEST_MODEL));
        if (model.isEmpty()) {
            return "no model";
        }
        return span.prices().find(model.get()).isPresent() ? null : "no price for " + model.get();
    }

    private static boolean isNone(@Nullable Count count) {
        return count == null || count.tokens() <= 0;
    }
}
