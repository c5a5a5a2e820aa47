package dev.sentryai.protocol;

import dev.sentryai.protocol.DataFile.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How Sentry classifies AI spans. SDKs do not send it: Sentry infers it on arrival. */
public enum OperationType {
    /** An agent is created or runs. */
    AGENT,
    /** A model is called. Only spans of this type count towards token totals. */
    AI_CLIENT,
    /** A tool runs. */
    TOOL,
    /** An agent hands over to another. */
    HANDOFF,
    /** An agent's memory is searched or changed. */
    MEMORY,
    /** Something else, such as a guardrail. */
    OTHER;

    /**
     * Returns the type that Sentry infers: from the operation name if there is one, whatever the op, and else from the op. What it
     * does not know counts as a model call. Empty if the span is none of AI: it has no operation name, and its op begins neither
     * with {@code gen_ai.} nor with {@code ai.}.
     *
     * @param operationName the value of {@code gen_ai.operation.name}; null when absent
     * @param op the span's op; null when absent
     */
    public static Optional<OperationType> infer(@Nullable String operationName, @Nullable String op) {
        if (operationName != null) {
            return Optional.of(Inference.typeOf(operationName));
        }
        if (op != null && (op.startsWith("gen_ai.") || op.startsWith("ai."))) {
            return Optional.of(Inference.typeOf(op));
        }
        return Optional.empty();
    }

    /** Returns the value of {@code gen_ai.operation.type}, such as {@code ai_client}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A class of its own so that the data file is only read when it is needed. */
    private static final class Inference {

        private static final List<Rule> RULES =
                DataFile.rows("operation-types").stream().map(Rule::from).toList();

        static OperationType typeOf(String nameOrOp) {
            for (Rule rule : RULES) {
                if (rule.matches(nameOrOp)) {
                    return rule.type;
                }
            }
            return AI_CLIENT;
        }
    }

    private record Rule(String text, boolean prefix, OperationType type) {

        static Rule from(Row row) {
            String text = row.text(0);
            boolean prefix = text.endsWith("*");
            return new Rule(
                    prefix ? text.substring(0, text.length() - 1) : text, prefix, row.constant(1, OperationType.class));
        }

        boolean matches(String nameOrOp) {
            return prefix ? nameOrOp.startsWith(text) : nameOrOp.equals(text);
        }
    }
}
