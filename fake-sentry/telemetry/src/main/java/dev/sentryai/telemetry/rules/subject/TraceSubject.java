package dev.sentryai.telemetry.rules.subject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The captured spans of one trace and how they hang together. Used by one thread. */
public final class TraceSubject {

    /** Up to so many spans it is as fast to look at one after the other. */
    private static final int MAX_UNINDEXED = 8;

    private static final int SHALLOW = 32;

    private final List<SpanSubject> spans;

    /** Null for few spans. */
    private final @Nullable Map<String, SpanSubject> byId;

    /** Takes the spans of a trace, each of which then knows its parent. */
    public TraceSubject(List<SpanSubject> spans) {
        this.spans = spans;
        this.byId = spans.size() > MAX_UNINDEXED ? index(spans) : null;
        for (SpanSubject span : spans) {
            String parentId = span.record().parentSpanId();
            span.parent(parentId == null ? null : find(parentId));
        }
    }

    private static Map<String, SpanSubject> index(List<SpanSubject> spans) {
        Map<String, SpanSubject> byId = new HashMap<>();
        for (SpanSubject span : spans) {
            if (span.record().spanId() != null) {
                byId.putIfAbsent(span.record().spanId(), span);
            }
        }
        return byId;
    }

    private @Nullable SpanSubject find(String spanId) {
        if (byId != null) {
            return byId.get(spanId);
        }
        for (int i = 0; i < spans.size(); i++) {
            if (spanId.equals(spans.get(i).record().spanId())) {
                return spans.get(i);
            }
        }
        return null;
    }

    /** The {@link dev.sentryai.telemetry.rules.fact.Fact facts} that hold of any of its spans, as their bits. */
    public long facts() {
        long facts = 0;
        for (SpanSubject span : spans) {
            facts |= span.facts();
        }
        return facts;
    }

    /** In the order of the wire. */
    public List<SpanSubject> spans() {
        return spans;
    }

    public Optional<SpanSubject> parentOf(SpanSubject span) {
        return Optional.ofNullable(span.parent());
    }

    public Optional<SpanSubject> byId(String spanId) {
        return Optional.ofNullable(find(spanId));
    }

    /** From the parent upwards; ends where a cycle would begin. */
    public List<SpanSubject> ancestorsOf(SpanSubject span) {
        List<SpanSubject> found = new ArrayList<>(2);
        for (SpanSubject next = span.parent(); next != null; next = next.parent()) {
            if (found.size() == spans.size()) {
                return ancestorsInCycle(span);
            }
            found.add(next);
        }
        return found;
    }

    private static List<SpanSubject> ancestorsInCycle(SpanSubject span) {
        Set<SpanSubject> found = new LinkedHashSet<>();
        SpanSubject next = span.parent();
        while (next != null && next != span && found.add(next)) {
            next = next.parent();
        }
        return List.copyOf(found);
    }

    /** Whether nothing is nested so deeply that it could be above itself. */
    public boolean isShallow() {
        for (SpanSubject span : spans) {
            SpanSubject next = span;
            for (int steps = 0; next != null; steps++) {
                if (steps > SHALLOW) {
                    return false;
                }
                next = next.parent();
            }
        }
        return true;
    }

    /** The closest agent around a span; null if there is none. */
    public @Nullable SpanSubject agentAbove(SpanSubject span) {
        SpanSubject above = span.parent();
        for (int steps = 0; above != null && steps < spans.size(); steps++) {
            if (above.isAgent()) {
                return above;
            }
            above = above.parent();
        }
        return null;
    }

    public boolean isBelow(SpanSubject span, SpanSubject ancestor) {
        SpanSubject above = span.parent();
        for (int steps = 0; above != null && steps < spans.size(); steps++) {
            if (above == ancestor) {
                return true;
            }
            above = above.parent();
        }
        return false;
    }

    /** Whether everything above a span was captured, up to the segment or to a span without a parent. */
    public boolean isWholeAbove(SpanSubject span) {
        SpanSubject top = span;
        for (int steps = 0; steps < spans.size(); steps++) {
            SpanSubject above = isTop(top) ? null : top.parent();
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
            return find(segment) != null;
        }
        for (SpanSubject other : spans) {
            if (isTop(other)) {
                return true;
            }
        }
        return false;
    }
}
