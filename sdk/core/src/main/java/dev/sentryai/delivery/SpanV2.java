package dev.sentryai.delivery;

import dev.sentryai.protocol.json.Json;
import io.sentry.ISpan;
import io.sentry.SentryDate;
import io.sentry.SentryDateProvider;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One span of a span v2 container.
 *
 * @param ids where it is in its trace
 * @param name what Sentry shows
 * @param ok whether its status is {@code ok} and not {@code error}
 * @param startNanos nanoseconds since the Unix epoch
 * @param endNanos nanoseconds since the Unix epoch
 * @param attributes String, Boolean, Long, Double, or a List of one of those
 */
record SpanV2(SpanIds ids, String name, boolean ok, long startNanos, long endNanos, Map<String, Object> attributes) {

    /** Returns an ended span; with OpenTelemetry the Sentry SDK's does not know when it ended, which was a moment ago. */
    static SpanV2 of(ISpan span, SpanEdit edit, boolean ok, SentryDateProvider clock) {
        SentryDate end = span.getFinishDate();
        return new SpanV2(
                SpanIds.of(span.getSpanContext()),
                edit.name(),
                ok,
                span.getStartDate().nanoTimestamp(),
                (end == null ? clock.now() : end).nanoTimestamp(),
                edit.attributes());
    }

    /** Writes the span as JSON. */
    void writeTo(JsonBytes out) {
        out.raw("{\"trace_id\":").string(ids.traceId());
        out.raw(",\"span_id\":").string(ids.spanId());
        if (ids.parentSpanId() != null) {
            out.raw(",\"parent_span_id\":").string(ids.parentSpanId());
        }
        out.raw(",\"name\":").string(name);
        out.raw(ok ? ",\"status\":\"ok\"" : ",\"status\":\"error\"");
        out.raw(",\"is_segment\":false,\"start_timestamp\":");
        out.seconds(startNanos / 1_000).raw(",\"end_timestamp\":");
        out.seconds(Math.max(startNanos, endNanos) / 1_000).raw(",\"attributes\":{");
        int start = out.length();
        attributes.forEach((key, value) -> {
            out.raw(out.length() == start ? "" : ",").string(key);
            out.raw(typeOf(value)).value(value).raw("}");
        });
        out.raw("}}");
    }

    /** Returns the keys of the attributes that must go to save that many bytes, the largest first. */
    Set<String> largestAttributes(int bytes) {
        Set<String> largest = new LinkedHashSet<>();
        long left = bytes;
        for (Sized attribute : bySize()) {
            if (left <= 0) {
                break;
            }
            largest.add(attribute.key());
            left -= attribute.bytes();
        }
        return largest;
    }

    private record Sized(String key, int bytes) {}

    private List<Sized> bySize() {
        return attributes.entrySet().stream()
                .map(entry ->
                        new Sized(entry.getKey(), Json.write(entry.getValue()).getBytes(StandardCharsets.UTF_8).length))
                .sorted(Comparator.comparingInt(Sized::bytes).reversed())
                .toList();
    }

    /** Returns the span without some of its attributes. */
    SpanV2 without(Set<String> keys) {
        Map<String, Object> kept = new LinkedHashMap<>(attributes);
        kept.keySet().removeAll(keys);
        return new SpanV2(ids, name, ok, startNanos, endNanos, kept);
    }

    private static String typeOf(Object value) {
        if (value instanceof Boolean) {
            return ":{\"type\":\"boolean\",\"value\":";
        }
        if (value instanceof Number) {
            return value instanceof Double || value instanceof Float
                    ? ":{\"type\":\"double\",\"value\":"
                    : ":{\"type\":\"integer\",\"value\":";
        }
        return value instanceof List ? ":{\"type\":\"array\",\"value\":" : ":{\"type\":\"string\",\"value\":";
    }
}
