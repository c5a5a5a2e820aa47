package dev.sentryai.telemetry.cost;

import dev.sentryai.protocol.OperationType;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import java.util.Optional;
import java.util.function.Function;

/** What spans about AI are told apart by. */
public enum Dimension {
    /** The model that answered, else the one that was asked for. */
    MODEL,
    /** Who answered. */
    PROVIDER,
    /** The operation's name, else the op. */
    OPERATION,
    /** The agent that the span names, else the nearest one around. */
    AGENT,
    /** The tool that the span stands for, else the nearest one around. */
    TOOL,
    /** The conversation that the span names, else that of the nearest span around that names one. */
    CONVERSATION;

    /** Deeper than agents nest, and an end for parents that go round in circles. */
    private static final int FURTHEST = 200;

    /**
     * Returns a span's value.
     *
     * @param span one of the telemetry's
     * @return empty if neither the span nor, where that counts, what is around it has one
     */
    public Optional<String> of(SpanRecord span, Telemetry telemetry) {
        return switch (this) {
            case MODEL -> span.responseModel().or(span::requestModel);
            case PROVIDER -> span.provider();
            case OPERATION -> span.operationName().or(() -> Optional.ofNullable(span.op()));
            case AGENT -> nearest(span, telemetry, SpanRecord::agentName);
            case TOOL -> nearest(span, telemetry, Dimension::tool);
            case CONVERSATION -> nearest(span, telemetry, SpanRecord::conversationId);
        };
    }

    /** Calls of models may name the tool that they call for, too. */
    private static Optional<String> tool(SpanRecord span) {
        return span.operationType()
                .filter(type -> type == OperationType.TOOL)
                .flatMap(type -> span.toolName().or(() -> Optional.ofNullable(span.name())));
    }

    private static Optional<String> nearest(
            SpanRecord span, Telemetry telemetry, Function<SpanRecord, Optional<String>> value) {
        Optional<SpanRecord> next = Optional.of(span);
        for (int steps = 0; next.isPresent() && steps < FURTHEST; steps++) {
            Optional<String> found = value.apply(next.get());
            if (found.isPresent()) {
                return found;
            }
            next = next.flatMap(telemetry::parentOf);
        }
        return Optional.empty();
    }
}
