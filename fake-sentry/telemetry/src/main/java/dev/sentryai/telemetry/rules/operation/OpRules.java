package dev.sentryai.telemetry.rules.operation;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Op and operation name of one span: GENAI090 to GENAI102. */
public final class OpRules {

    private OpRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI090", OpRules::notRecognised),
                Rule.of("GENAI091", OpRules::opMissing),
                Rule.of("GENAI094", OpRules::opContradictsOperationName),
                Rule.of("GENAI095", OpRules::operationNameMissing),
                Rule.of("GENAI102", OpRules::memoryWithoutItsOp));
    }

    static void notRecognised(SpanSubject span, Consumer<Violation> found) {
        if (span.hasAiOp() || span.isMcp() || span.operationName().isPresent() || !span.describesAiWork()) {
            return;
        }
        Optional<String> guess = span.conventions().opOfName(firstWord(span.name()));
        found.accept(new Violation()
                .expected(guess.orElse("gen_ai.…"))
                .actual(span.op().orElse("none"))
                .with("problem", span.op().map(op -> "Op is " + op).orElse("Span has no op"))
                .with(
                        "advice",
                        guess.map(op -> "set the op to " + op + " and gen_ai.operation.name to what it does")
                                .orElse("set the op and gen_ai.operation.name, for example gen_ai.chat and chat")));
    }

    private static String firstWord(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    static void opMissing(SpanSubject span, Consumer<Violation> found) {
        if (span.op().isPresent() || span.isMemory()) {
            return;
        }
        span.operationName().ifPresent(operation -> {
            String inferred = inferredOp(span, operation);
            boolean registered = span.conventions().operation(inferred).isPresent();
            found.accept(new Violation()
                    .expected(span.conventions().opOfName(operation).orElse("gen_ai." + operation))
                    .actual(inferred)
                    .with("problem", registered ? "" : ", which is no op of an AI span")
                    .milder(registered));
        });
    }

    /** Other kinds of work win over {@code gen_ai.operation.name} when Relay looks for an op. */
    private static String inferredOp(SpanSubject span, String operation) {
        if (span.attributes().containsKey("http.request.method")) {
            return "http";
        }
        return span.attributes().containsKey("db.system.name") ? "db" : "gen_ai." + operation;
    }

    static void opContradictsOperationName(SpanSubject span, Consumer<Violation> found) {
        String op = span.op().orElse("");
        String operation = span.operationName().orElse("");
        if (op.isEmpty()
                || operation.isEmpty()
                || span.isMcp()
                || span.isMemory()
                || span.conventions().fits(op, operation)) {
            return;
        }
        Optional<String> fitting = span.conventions().opOfName(operation);
        found.accept(new Violation()
                .attribute(GenAiAttributes.OPERATION_NAME)
                .expected(fitting.orElse("gen_ai." + operation))
                .actual(operation)
                .with("op", op)
                .with("type", span.operationType())
                .with(
                        "advice",
                        op.startsWith("gen_ai.")
                                ? "make both say the same"
                                : "leave gen_ai attributes to the AI span around this one, or set its op to "
                                        + fitting.orElse("gen_ai." + operation)));
    }

    static void operationNameMissing(SpanSubject span, Consumer<Violation> found) {
        if (span.operationName().isPresent() || !span.hasOpPrefix("gen_ai.")) {
            return;
        }
        Optional<String> operation = span.op().flatMap(span.conventions()::operationNameOf);
        Violation violation = new Violation()
                .attribute(GenAiAttributes.OPERATION_NAME)
                .with("op", span.op().orElseThrow())
                .with("advice", "set gen_ai.operation.name to " + operation.orElse("what the span does"));
        operation.ifPresent(violation::expected);
        found.accept(violation);
    }

    static void memoryWithoutItsOp(SpanSubject span, Consumer<Violation> found) {
        if (span.isMemory() && !span.op().equals(Optional.of(GenAiOps.MEMORY_CLIENT))) {
            found.accept(new Violation()
                    .expected(GenAiOps.MEMORY_CLIENT)
                    .actual(span.op().orElse("none"))
                    .with("operation", span.operationName().orElseThrow()));
        }
    }
}
