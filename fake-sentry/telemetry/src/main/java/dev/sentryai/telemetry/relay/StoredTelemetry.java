package dev.sentryai.telemetry.relay;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.SpanRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of telemetry on arrival at Sentry. Immutable and thread-safe. */
public final class StoredTelemetry {

    private final Map<SpanRecord, SpanOutcome> outcomes = new HashMap<>();
    private final List<SpanOutcome> spans;

    StoredTelemetry(List<SpanOutcome> spans) {
        this.spans = List.copyOf(spans);
        spans.forEach(outcome -> outcomes.put(outcome.sent(), outcome));
    }

    /**
     * What becomes of every span.
     *
     * @return in the order of the wire
     */
    public List<SpanOutcome> spans() {
        return spans;
    }

    /**
     * What becomes of one span.
     *
     * @param span one of those that were given
     * @return the outcome
     * @throws IllegalArgumentException if it is none of them
     */
    public SpanOutcome of(SpanRecord span) {
        SpanOutcome outcome = outcomes.get(span);
        if (outcome == null) {
            throw new IllegalArgumentException("Expected a span of this telemetry but found " + span);
        }
        return outcome;
    }

    /**
     * What becomes of every trace.
     *
     * @return ordered by the first span of each
     */
    public List<StoredTrace> traces() {
        Map<Optional<String>, List<SpanOutcome>> byTrace = new LinkedHashMap<>();
        for (SpanOutcome span : spans) {
            byTrace.computeIfAbsent(Optional.ofNullable(span.sent().traceId()), id -> new ArrayList<>())
                    .add(span);
        }
        return byTrace.entrySet().stream()
                .map(trace -> new StoredTrace(trace.getKey().orElse(null), trace.getValue()))
                .toList();
    }

    /**
     * What becomes of every conversation, whatever traces it runs through.
     *
     * @return ordered by the first stored span of each; none for those of which nothing is stored
     */
    public List<StoredConversation> conversations() {
        Map<String, List<StoredSpan>> byId = new LinkedHashMap<>();
        spans.stream()
                .flatMap(span -> span.stored().stream())
                .forEach(span -> span.text(GenAiAttributes.CONVERSATION_ID)
                        .ifPresent(id -> byId.computeIfAbsent(id, key -> new ArrayList<>())
                                .add(span)));
        return byId.entrySet().stream()
                .map(conversation -> new StoredConversation(conversation.getKey(), conversation.getValue()))
                .toList();
    }
}
