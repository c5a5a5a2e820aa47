package dev.sentryai.telemetry.rules.readiness;

import dev.sentryai.telemetry.SpanSource;
import dev.sentryai.telemetry.json.JsonSize;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What Sentry can show of a trace, at most one finding of each rule: GENAI280, GENAI282 and GENAI283. */
public final class ReadinessRules {

    /** What the widgets of the product count as errors. */
    private static final Set<String> COUNTED = Set.of("internal_error", "error", "cancelled");

    private static final long MAX_CONTENT = 200_000;

    private ReadinessRules() {}

    public static List<Rule<TraceSubject>> all() {
        return List.of(
                Rule.of("GENAI280", ReadinessRules::notShown, Fact.AI_WORK),
                Rule.of("GENAI282", ReadinessRules::errorNotCounted, Fact.AI, Fact.FAILED),
                Rule.of("GENAI283", ReadinessRules::muchContent, Fact.AI, Fact.TRANSACTION));
    }

    static void notShown(TraceSubject trace, Consumer<Violation> found) {
        SpanSubject first = null;
        List<SpanSubject> spans = trace.spans();
        for (int i = 0; i < spans.size(); i++) {
            SpanSubject span = spans.get(i);
            if (span.isAi()) {
                return;
            }
            first = first == null && span.describesAiWork() ? span : first;
        }
        if (first != null) {
            found.accept(new Violation().span(first.record()));
        }
    }

    static void errorNotCounted(TraceSubject trace, Consumer<Violation> found) {
        SpanSubject first = null;
        int count = 0;
        List<SpanSubject> spans = trace.spans();
        for (int i = 0; i < spans.size(); i++) {
            SpanSubject span = spans.get(i);
            if (span.isAi() && !span.isStreamed() && !span.isSuccess() && !COUNTED.contains(status(span))) {
                count++;
                first = first == null ? span : first;
            }
        }
        if (first != null) {
            found.accept(new Violation()
                    .span(first.record())
                    .pointer(first.pointer("status"))
                    .expected("internal_error")
                    .actual(status(first))
                    .with("spans", count == 1 ? "1 failed AI span has" : count + " failed AI spans have"));
        }
    }

    private static String status(SpanSubject span) {
        return span.status().orElse("");
    }

    static void muchContent(TraceSubject trace, Consumer<Violation> found) {
        SpanSubject first = null;
        long bytes = 0;
        List<SpanSubject> spans = trace.spans();
        for (int i = 0; i < spans.size(); i++) {
            SpanSubject span = spans.get(i);
            long content = span.record().source() == SpanSource.TRANSACTION ? content(span) : 0;
            first = first == null && content > 0 ? span : first;
            bytes += content;
        }
        if (first != null && bytes > MAX_CONTENT) {
            found.accept(new Violation()
                    .span(first.record())
                    .expected("at most " + MAX_CONTENT)
                    .actual(bytes));
        }
    }

    private static long content(SpanSubject span) {
        long bytes = 0;
        if (span.isAi()) {
            for (String key : Vocabulary.JSON_TEXT) {
                Object value = span.attributes().get(key);
                bytes += value instanceof String text ? JsonSize.utf8(text) : 0;
            }
        }
        return bytes;
    }
}
