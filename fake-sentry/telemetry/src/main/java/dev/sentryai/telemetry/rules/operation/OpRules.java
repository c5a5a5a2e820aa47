package dev.sentryai.telemetry.rules.operation;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.Operation;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Conventions;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Op and operation name of one span: GENAI090 to GENAI095 and GENAI102 to GENAI104. */
public final class OpRules {

    private static final String NO_SUCH_OPERATION =
            "set the op and gen_ai.operation.name to what the span does, for example gen_ai.chat and chat";

    private OpRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI090", OpRules::notRecognised, Fact.AI_WORK),
                Rule.of("GENAI091", OpRules::opMissing),
                Rule.of("GENAI092", OpRules::unregisteredOp, Fact.ODD_OP),
                Rule.of("GENAI093", OpRules::deprecatedOp, Fact.ODD_OP),
                Rule.of("GENAI094", OpRules::opContradictsOperationName, Fact.CONTRADICTION),
                Rule.of("GENAI095", OpRules::operationNameMissing, Fact.AI),
                Rule.of("GENAI102", OpRules::memoryWithoutItsOp, Fact.MEMORY),
                Rule.of("GENAI103", OpRules::otherOperationType),
                Rule.of("GENAI104", OpRules::twoOps));
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
            Optional<String> op = span.conventions().opOfName(operation);
            Violation violation = new Violation().actual("missing");
            op.ifPresent(violation::expected);
            found.accept(violation
                    .with("inferred", inferred)
                    .with("problem", registered ? "" : ", which is no op of an AI span")
                    .with("advice", op.map(known -> "set the op to " + known).orElse(NO_SUCH_OPERATION))
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

    static void unregisteredOp(SpanSubject span, Consumer<Violation> found) {
        String op = span.record().op();
        if (op == null
                || !op.startsWith("gen_ai.")
                || span.conventions().operation(op).isPresent()) {
            return;
        }
        Conventions conventions = span.conventions();
        Optional<String> meant = conventions.similarOp(op);
        Violation violation = new Violation().actual(op);
        meant.ifPresent(violation::expected);
        found.accept(violation
                .with(
                        "suggestion",
                        conventions
                                .laterVersionWithOp(op)
                                .map(version -> " in conventions " + conventions.version() + "; " + version + " has it")
                                .orElse(""))
                .with(
                        "advice",
                        meant.map(other -> "did you mean " + other + '?').orElse("use an op of the conventions")));
    }

    static void deprecatedOp(SpanSubject span, Consumer<Violation> found) {
        String op = span.record().op();
        Operation operation =
                op == null ? null : span.conventions().operation(op).orElse(null);
        if (operation != null && operation.deprecated()) {
            String replacement = operation.replacement();
            Violation violation = new Violation().actual(operation.op());
            if (replacement != null) {
                violation.expected(replacement);
            }
            found.accept(violation
                    .with("suggestion", replacement == null ? "" : "; use " + replacement)
                    .with(
                            "advice",
                            replacement == null
                                    ? "leave the span out: what it says belongs to the spans around it"
                                    : "set the op to " + replacement));
        }
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

    static void otherOperationType(SpanSubject span, Consumer<Violation> found) {
        Object sent = span.attributes().get(GenAiAttributes.OPERATION_TYPE);
        if (sent == null || !(span.hasAiOp() || span.operationName().isPresent())) {
            return;
        }
        String inferred = span.operationType().toString();
        if (!inferred.equals(sent)) {
            found.accept(new Violation()
                    .attribute(GenAiAttributes.OPERATION_TYPE)
                    .expected(inferred)
                    .actual(sent));
        }
    }

    static void twoOps(SpanSubject span, Consumer<Violation> found) {
        Object sent = span.isStreamed() ? null : span.attributes().get(CommonAttributes.SENTRY_OP);
        if (sent != null && !sent.equals(span.record().op())) {
            found.accept(new Violation()
                    .attribute(CommonAttributes.SENTRY_OP)
                    .expected(span.op().orElse("none"))
                    .actual(sent));
        }
    }
}
