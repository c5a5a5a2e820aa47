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
}
