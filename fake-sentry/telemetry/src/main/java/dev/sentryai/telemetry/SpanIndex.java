package dev.sentryai.telemetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds parents and children. Where an id was sent twice, the first span has it. */
final class SpanIndex {

    private final Map<Key, SpanRecord> spans = new HashMap<>();
    private final Map<Key, List<SpanRecord>> children = new HashMap<>();

    SpanIndex(List<SpanRecord> all) {
        for (SpanRecord span : all) {
            if (span.spanId() != null) {
                spans.putIfAbsent(new Key(span.traceId(), span.spanId()), span);
            }
            if (span.parentSpanId() != null) {
                children.computeIfAbsent(new Key(span.traceId(), span.parentSpanId()), key -> new ArrayList<>())
                        .add(span);
            }
        }
    }

    Optional<SpanRecord> find(@Nullable String traceId, @Nullable String spanId) {
        return spanId == null ? Optional.empty() : Optional.ofNullable(spans.get(new Key(traceId, spanId)));
    }

    Optional<SpanRecord> parentOf(SpanRecord span) {
        return find(span.traceId(), span.parentSpanId());
    }

    List<SpanRecord> childrenOf(SpanRecord span) {
        return span.spanId() == null
                ? List.of()
                : List.copyOf(children.getOrDefault(new Key(span.traceId(), span.spanId()), List.of()));
    }

    private record Key(@Nullable String traceId, String spanId) {}
}
