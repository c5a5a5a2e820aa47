package dev.sentryai.telemetry;

import dev.sentryai.protocol.TokenUsage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was captured of one trace.
 *
 * @param traceId as sent; null for the spans that carry no trace id
 * @param spans at least one, in the order of the wire
 * @param events the trace's error events, in the order of the wire; may be empty
 */
public record Trace(@Nullable String traceId, List<SpanRecord> spans, List<EventRecord> events) {

    /** Copies the lists. */
    public Trace {
        spans = List.copyOf(spans);
        events = List.copyOf(events);
    }

    /**
     * The tokens that the trace's calls of models used together, as in {@link Telemetry#usage}.
     *
     * @return the sum, nothing known if no call says anything
     */
    public TokenUsage usage() {
        return SpanUsage.sum(spans);
    }

    /**
     * The trace's first root: a segment without a parent here.
     *
     * @return empty if only parts of the trace were captured
     */
    public Optional<SpanRecord> root() {
        return spans.stream()
                .filter(SpanRecord::segment)
                .filter(span -> spans.stream().noneMatch(span::isChildOf))
                .findFirst();
    }
}
