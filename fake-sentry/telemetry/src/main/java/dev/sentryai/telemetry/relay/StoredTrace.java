package dev.sentryai.telemetry.relay;

import dev.sentryai.protocol.OperationType;
import dev.sentryai.protocol.TokenUsage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a trace.
 *
 * @param traceId as sent; null for the spans that carry no trace id
 * @param spans what becomes of its spans, in the order of the wire
 */
public record StoredTrace(@Nullable String traceId, List<SpanOutcome> spans) {

    /** Copies the list. */
    public StoredTrace {
        spans = List.copyOf(spans);
    }

    /**
     * Whether the trace appears in Sentry's views about agents: one stored span that Sentry takes for AI is enough.
     *
     * @return what stands in the way, if it does not
     */
    public Visibility inAgents() {
        if (stored().anyMatch(span -> span.operationType().isPresent())) {
            return new Visibility(List.of());
        }
        List<String> dropped = spans.stream()
                .filter(span -> span.sent().isAi())
                .flatMap(span -> span.dropReason().stream())
                .distinct()
                .toList();
        return new Visibility(dropped.isEmpty() ? List.of("no span has an AI op or an operation name") : dropped);
    }

    /**
     * What the calls of models cost. Agents and tools do not count: what they report is the sum of the calls inside them.
     *
     * @return US dollars; empty if no call has a cost
     */
    public Optional<Double> cost() {
        return calls().flatMap(span -> span.cost().stream()).reduce(Double::sum);
    }

    /**
     * The tokens of the calls of models, as they are stored.
     *
     * @return the sum, nothing known if no call says anything
     */
    public TokenUsage usage() {
        return calls().map(StoredSpan::usage).reduce(TokenUsage.NONE, TokenUsage::plus);
    }

    private Stream<StoredSpan> calls() {
        String aiClient = OperationType.AI_CLIENT.toString();
        return stored().filter(
                        span -> span.operationType().filter(aiClient::equals).isPresent());
    }

    private Stream<StoredSpan> stored() {
        return spans.stream().flatMap(span -> span.stored().stream());
    }
}
