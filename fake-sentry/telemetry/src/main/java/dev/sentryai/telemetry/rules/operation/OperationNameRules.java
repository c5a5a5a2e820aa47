package dev.sentryai.telemetry.rules.operation;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.WellKnownValue;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Conventions;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Values of {@code gen_ai.operation.name}: GENAI096 to GENAI098. */
public final class OperationNameRules {

    private static final String KEY = GenAiAttributes.OPERATION_NAME;

    private OperationNameRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI096", OperationNameRules::customOperation, Fact.ODD_OPERATION),
                Rule.of("GENAI097", OperationNameRules::deprecatedOperation, Fact.ODD_OPERATION),
                Rule.of("GENAI098", OperationNameRules::operationOfOpenTelemetry, Fact.ODD_OPERATION));
    }

    static void customOperation(SpanSubject span, Consumer<Violation> found) {
        String operation = span.operationName().orElse(null);
        if (operation != null && span.conventions().value(KEY, operation).isEmpty()) {
            Conventions conventions = span.conventions();
            Optional<String> meant = conventions.similarValue(KEY, operation);
            found.accept(violation(span, operation, meant.orElse(null))
                    .with(
                            "suggestion",
                            conventions
                                    .laterVersionWithOperation(operation)
                                    .map(version -> "; " + version + " has it")
                                    .orElse(""))
                    .with(
                            "advice",
                            meant.map(other -> "did you mean " + other + '?')
                                    .orElse("use an operation of the conventions if one applies")));
        }
    }

    static void deprecatedOperation(SpanSubject span, Consumer<Violation> found) {
        String operation = span.operationName().orElse(null);
        WellKnownValue known = known(span, operation, WellKnownValue.Status.DEPRECATED);
        if (operation != null && known != null) {
            String replacement = known.replacement();
            found.accept(violation(span, operation, replacement)
                    .with("suggestion", replacement == null ? "" : "; use " + replacement)
                    .with(
                            "advice",
                            replacement == null
                                    ? "leave the span out: what it says belongs to the spans around it"
                                    : "set it to " + replacement));
        }
    }

    static void operationOfOpenTelemetry(SpanSubject span, Consumer<Violation> found) {
        String operation = span.operationName().orElse(null);
        if (operation != null && known(span, operation, WellKnownValue.Status.OTEL) != null) {
            found.accept(violation(span, operation, null));
        }
    }

    private static @Nullable WellKnownValue known(
            SpanSubject span, @Nullable String operation, WellKnownValue.Status status) {
        WellKnownValue known = operation == null
                ? null
                : span.conventions().value(KEY, operation).orElse(null);
        return known == null || known.status() != status ? null : known;
    }

    private static Violation violation(SpanSubject span, String operation, @Nullable String expected) {
        Violation violation = new Violation().attribute(KEY).actual(operation).with("type", span.operationType());
        return expected == null ? violation : violation.expected(expected);
    }
}
