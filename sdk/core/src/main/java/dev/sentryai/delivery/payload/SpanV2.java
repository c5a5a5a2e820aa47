package dev.sentryai.delivery.payload;

import dev.sentryai.delivery.attributes.SpanEdit;
import io.sentry.ISpan;
import io.sentry.SentryDate;
import io.sentry.SentryDateProvider;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * One span of a span v2 container. Not to be changed any more, the attributes included: it is measured when it starts to
 * wait and written when it is sent.
 *
 * @param ids where it is in its trace
 * @param name what Sentry shows
 * @param ok whether its status is {@code ok} and not {@code error}
 * @param startNanos nanoseconds since the Unix epoch
 * @param endNanos nanoseconds since the Unix epoch
 * @param attributes String, Boolean, Long, Double, or a List of one of those
 */
public record SpanV2(
        SpanIds ids, String name, boolean ok, long startNanos, long endNanos, Map<String, Object> attributes) {

    private static final String TRACE_ID = "{\"trace_id\":";
    private static final String SPAN_ID = ",\"span_id\":";
    private static final String PARENT_SPAN_ID = ",\"parent_span_id\":";
    private static final String NAME = ",\"name\":";
    private static final String OK = ",\"status\":\"ok\"";
    private static final String ERROR = ",\"status\":\"error\"";
    private static final String START = ",\"is_segment\":false,\"start_timestamp\":";
    private static final String END = ",\"end_timestamp\":";
    private static final String ATTRIBUTES = ",\"attributes\":{";
    private static final String LAST = "}}";

    /** Returns an ended span; with OpenTelemetry the Sentry SDK's does not know when it ended, which was a moment ago. */
    public static SpanV2 of(ISpan span, SpanEdit edit, boolean ok, SentryDateProvider clock) {
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
        out.raw(TRACE_ID).string(ids.traceId());
        out.raw(SPAN_ID).string(ids.spanId());
        if (ids.parentSpanId() != null) {
            out.raw(PARENT_SPAN_ID).string(ids.parentSpanId());
        }
        out.raw(NAME).string(name);
        out.raw(ok ? OK : ERROR);
        out.raw(START).seconds(startMicros()).raw(END).seconds(endMicros()).raw(ATTRIBUTES);
        int start = out.length();
        attributes.forEach((key, value) -> {
            out.raw(out.length() == start ? "" : ",").key(key);
            out.raw(typeOf(value)).value(value).raw("}");
        });
        out.raw(LAST);
    }

    /** Returns how many bytes it has as JSON; {@link Integer#MAX_VALUE} stands for more as well. */
    public int length() {
        Sum values = new Sum();
        attributes.forEach(values);
        long bytes = headLength() + values.bytes + Math.max(0, attributes.size() - 1) + LAST.length();
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }

    private int headLength() {
        int bytes = TRACE_ID.length() + JsonLength.ofString(ids.traceId());
        bytes += SPAN_ID.length() + JsonLength.ofString(ids.spanId());
        if (ids.parentSpanId() != null) {
            bytes += PARENT_SPAN_ID.length() + JsonLength.ofString(ids.parentSpanId());
        }
        bytes += NAME.length() + JsonLength.ofString(name) + (ok ? OK : ERROR).length();
        bytes += START.length() + JsonLength.ofSeconds(startMicros());
        return bytes + END.length() + JsonLength.ofSeconds(endMicros()) + ATTRIBUTES.length();
    }

    /** Adds up attributes. */
    private static final class Sum implements BiConsumer<String, Object> {

        private long bytes;

        @Override
        public void accept(String key, Object value) {
            bytes += lengthOf(key, value);
        }
    }

    private static int lengthOf(String key, Object value) {
        return JsonLength.ofKey(key) + typeOf(value).length() + JsonLength.of(value) + 1;
    }

    private long startMicros() {
        return startNanos / 1_000;
    }

    private long endMicros() {
        return Math.max(startNanos, endNanos) / 1_000;
    }

    /** Returns the keys of the attributes that must go to save that many bytes, the largest first. */
    public Set<String> largestAttributes(int bytes) {
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
                .map(entry -> new Sized(entry.getKey(), lengthOf(entry.getKey(), entry.getValue())))
                .sorted(Comparator.comparingInt(Sized::bytes).reversed())
                .toList();
    }

    /** Returns the span without some of its attributes. */
    public SpanV2 without(Set<String> keys) {
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
