package dev.sentryai.telemetry.rules.subject;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The captured spans of one trace and how they hang together. Used by one thread. */
public final class TraceSubject {

    private final List<SpanSubject> spans;
    private final Map<String, SpanSubject> byId = new HashMap<>();
    private final Map<SpanSubject, List<SpanSubject>> ancestors = new HashMap<>();

    public TraceSubject(List<SpanSubject> spans) {
        this.spans = spans;
        for (SpanSubject span : spans) {
            if (span.record().spanId() != null) {
                byId.putIfAbsent(span.record().spanId(), span);
            }
        }
    }

    /** In the order of the wire. */
    public List<SpanSubject> spans() {
        return spans;
    }

    public Optional<SpanSubject> parentOf(SpanSubject span) {
        @Nullable String parentId = span.record().parentSpanId();
        return parentId == null ? Optional.empty() : Optional.ofNullable(byId.get(parentId));
    }

    public Optional<SpanSubject> byId(String spanId) {
        return Optional.ofNullable(byId.get(spanId));
    }

    /** From the parent upwards; ends where a cycle would begin. */
    public List<SpanSubject> ancestorsOf(SpanSubject span) {
        return ancestors.computeIfAbsent(span, this::findAncestors);
    }

    private List<SpanSubject> findAncestors(SpanSubject span) {
        SpanSubject next = parentOf(span).orElse(null);
        if (next == null) {
            return List.of();
        }
        Set<SpanSubject> found = new LinkedHashSet<>();
        while (next != null && next != span && found.add(next)) {
            next = parentOf(next).orElse(null);
        }
        return List.copyOf(found);
    }

    /** The closest agent around a span; null if there is none. */
    public @Nullable SpanSubject agentAbove(SpanSubject span) {
        SpanSubject above = parent(span);
        for (int steps = 0; above != null && steps < spans.size(); steps++) {
            if (above.isAgent()) {
                return above;
            }
            above = parent(above);
        }
        return null;
    }

    public boolean isBelow(SpanSubject span, SpanSubject ancestor) {
        SpanSubject above = parent(span);
        for (int steps = 0; above != null && steps < spans.size(); steps++) {
            if (above == ancestor) {
                return true;
            }
            above = parent(above);
        }
        return false;
    }

    /** Whether everything above a span was captured, up to the segment or to a span without a parent. */
    public boolean isWholeAbove(SpanSubject span) {
        SpanSubject top = span;
        for (int steps = 0; steps < spans.size(); steps++) {
            SpanSubject above = isTop(top) ? null : parent(top);
            if (above == null) {
                return isTop(top);
            }
            top = above;
        }
        return false;
    }

    private static boolean isTop(SpanSubject span) {
        return span.record().parentSpanId() == null || span.record().segment() || span.isTransactionRoot();
    }

    /** Whether the segment that a span belongs to was captured; any, where the span does not say which. */
    public boolean hasSegmentOf(SpanSubject span) {
        String segment = span.record().segmentId();
        if (segment != null) {
            return byId.containsKey(segment);
        }
        for (SpanSubject other : spans) {
            if (isTop(other)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable SpanSubject parent(SpanSubject span) {
        String parentId = span.record().parentSpanId();
        return parentId == null ? null : byId.get(parentId);
    }
}
