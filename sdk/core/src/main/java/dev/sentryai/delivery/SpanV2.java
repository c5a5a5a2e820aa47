package dev.sentryai.delivery;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.json.JsonValue;
import io.sentry.ISpan;
import io.sentry.SentryDate;
import io.sentry.SentryDateProvider;
import java.math.BigDecimal;
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

    /** Returns the span as JSON in UTF-8. */
    byte[] toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("trace_id", ids.traceId());
        json.put("span_id", ids.spanId());
        if (ids.parentSpanId() != null) {
            json.put("parent_span_id", ids.parentSpanId());
        }
        json.put("name", name);
        json.put("status", ok ? "ok" : "error");
        json.put("is_segment", false);
        json.put("start_timestamp", seconds(startNanos));
        json.put("end_timestamp", seconds(Math.max(startNanos, endNanos)));
        json.put("attributes", typed());
        return Json.write(json).getBytes(StandardCharsets.UTF_8);
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

    private static BigDecimal seconds(long nanos) {
        return BigDecimal.valueOf(nanos / 1_000, 6);
    }

    private Map<String, Object> typed() {
        Map<String, Object> typed = new LinkedHashMap<>();
        attributes.forEach((key, value) -> typed.put(key, new Typed(typeOf(value), value)));
        return typed;
    }

    private record Typed(String type, Object value) implements JsonValue {
        @Override
        public Map<String, Object> toJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("type", type);
            json.put("value", value);
            return json;
        }
    }

    private static String typeOf(Object value) {
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Number) {
            return value instanceof Double || value instanceof Float ? "double" : "integer";
        }
        return value instanceof List ? "array" : "string";
    }
}
