package dev.sentryai.telemetry.rules.operation;

import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;

/** Names of spans: GENAI099 to GENAI101. */
public final class NameRules {

    private NameRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI099", NameRules::otherThanTemplate, Fact.AI),
                Rule.of("GENAI100", NameRules::highCardinality),
                Rule.of("GENAI101", NameRules::fallback));
    }

    static void otherThanTemplate(SpanSubject span, Consumer<Violation> found) {
        if (!span.isAi() || span.isMcp() || span.name().isBlank() || span.hasTemplateName()) {
            return;
        }
        String expected = span.templateName().orElseThrow();
        if (!span.conventions().isFallbackName(expected) && !saysMore(span, expected)) {
            found.accept(new Violation()
                    .pointer(span.pointer(span.nameField()))
                    .expected(expected)
                    .actual(span.name()));
        }
    }

    /** Whether the name is right, but the attribute that its second part stands for is missing, which other rules say. */
    private static boolean saysMore(SpanSubject span, String expected) {
        return span.operationName().orElse("").equals(expected) && span.name().startsWith(expected + ' ');
    }

    static void highCardinality(SpanSubject span, Consumer<Violation> found) {
        if (span.isAi() || span.isMcp()) {
            String problem = NameVariety.problem(span.name());
            if (problem != null) {
                found.accept(new Violation()
                        .pointer(span.pointer(span.nameField()))
                        .actual(span.name())
                        .with("problem", problem));
            }
        }
    }

    static void fallback(SpanSubject span, Consumer<Violation> found) {
        if ((span.isAi() || span.isMcp()) && span.conventions().isFallbackName(span.name())) {
            found.accept(new Violation().pointer(span.pointer(span.nameField())).actual(span.name()));
        }
    }
}
