package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.Operation;
import dev.sentryai.protocol.OperationType;
import dev.sentryai.protocol.WellKnownValue;
import dev.sentryai.telemetry.rules.fact.Fact;
import java.util.Optional;

/**
 * What op and operation name make of a span. The same two strings always make the same, which is why the conventions remember it.
 *
 * @param facts the {@link Fact facts} that hold, as their bits
 */
record SpanKind(
        Optional<String> op,
        Optional<String> operationName,
        OperationType type,
        boolean isMemory,
        boolean isModelCall,
        Optional<String> opOfName,
        long facts) {

    static SpanKind of(Conventions conventions, Optional<String> op, Optional<String> operationName) {
        SpanKind plain = new SpanKind(
                op,
                operationName,
                conventions.type(op.orElse(null), operationName.orElse(null)),
                operationName.filter(conventions::isMemory).isPresent(),
                conventions.isModelCall(op.orElse(null), operationName.orElse(null)),
                operationName.flatMap(conventions::opOfName),
                0);
        return plain.with(plain.facts(conventions));
    }

    private SpanKind with(long known) {
        return new SpanKind(op, operationName, type, isMemory, isModelCall, opOfName, known);
    }

    private long facts(Conventions conventions) {
        return bit(Fact.MODEL_CALL, isModelCall)
                | bit(Fact.AGENT, type == OperationType.AGENT)
                | bit(Fact.TOOL, type == OperationType.TOOL)
                | bit(Fact.MEMORY, isMemory)
                | bit(Fact.EMBEDDINGS, is(GenAiOps.EMBEDDINGS))
                | bit(Fact.DECISION, op.filter(SpanKind::isDecision).isPresent())
                | bit(Fact.ODD_OP, op.filter(name -> isOdd(name, conventions)).isPresent())
                | bit(
                        Fact.ODD_OPERATION,
                        operationName
                                .filter(name -> isOddOperation(name, conventions))
                                .isPresent())
                | bit(Fact.CONTRADICTION, !fits(conventions));
    }

    private boolean is(String wanted) {
        return op.equals(Optional.of(wanted)) || opOfName.equals(Optional.of(wanted));
    }

    private static boolean isDecision(String op) {
        return op.startsWith(GenAiOps.DECIDE) || op.startsWith(GenAiOps.EXTRACT);
    }

    private static boolean isOdd(String op, Conventions conventions) {
        return conventions.operation(op).map(Operation::deprecated).orElse(op.startsWith("gen_ai."));
    }

    private static boolean isOddOperation(String operationName, Conventions conventions) {
        return conventions
                .value(GenAiAttributes.OPERATION_NAME, operationName)
                .filter(value -> value.status() == WellKnownValue.Status.CURRENT)
                .isEmpty();
    }

    private boolean fits(Conventions conventions) {
        return op.isEmpty() || operationName.isEmpty() || conventions.fits(op.get(), operationName.get());
    }

    private static long bit(Fact fact, boolean holds) {
        return holds ? fact.bit() : 0;
    }
}
