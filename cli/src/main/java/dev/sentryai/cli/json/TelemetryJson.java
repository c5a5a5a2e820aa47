package dev.sentryai.cli.json;

import dev.sentryai.telemetry.EventRecord;
import dev.sentryai.telemetry.EventRecord.ExceptionRecord;
import dev.sentryai.telemetry.ItemRecord;
import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Telemetry in the shapes that {@code inspect --format json|jsonl} has. They are an interface: fields are only ever added. */
public final class TelemetryJson {

    private static final double NANOS_PER_MILLI = 1e6;

    private record Entry(Location location, Map<String, @Nullable Object> json) {}

    private TelemetryJson() {}

    /**
     * Every span, every error event and every other item as one object each.
     *
     * @param telemetry what was read from one envelope
     * @return in the order of the wire
     */
    public static List<Map<String, @Nullable Object>> of(Telemetry telemetry) {
        return of(telemetry, TelemetryJson::span);
    }

    static List<Map<String, @Nullable Object>> of(
            Telemetry telemetry, Function<SpanRecord, Map<String, @Nullable Object>> spans) {
        List<Entry> entries = new ArrayList<>();
        telemetry.spans().forEach(span -> entries.add(new Entry(span.location(), spans.apply(span))));
        telemetry.events().forEach(event -> entries.add(new Entry(event.location(), event(event))));
        telemetry.items().forEach(item -> entries.add(new Entry(item.location(), item(item))));
        entries.sort(Comparator.comparingInt((Entry entry) -> entry.location().item())
                .thenComparing(
                        entry -> Objects.requireNonNullElse(entry.location().span(), -1)));
        return entries.stream().map(Entry::json).toList();
    }

    static Map<String, @Nullable Object> span(SpanRecord span) {
        Map<String, @Nullable Object> json = located("span", span.location());
        json.put("trace_id", span.traceId());
        json.put("span_id", span.spanId());
        json.put("parent_span_id", span.parentSpanId());
        json.put("segment", span.segment());
        json.put("op", span.op());
        json.put("name", span.name());
        json.put("origin", span.origin());
        json.put("status", span.status());
        json.put("start", span.startSeconds());
        json.put("end", span.endSeconds());
        json.put(
                "duration_ms",
                span.duration()
                        .map(duration -> duration.toNanos() / NANOS_PER_MILLI)
                        .orElse(null));
        json.put("attributes", span.attributes());
        json.put("source", span.source().wireName());
        return json;
    }

    private static Map<String, @Nullable Object> event(EventRecord event) {
        Map<String, @Nullable Object> json = located("event", event.location());
        json.put("event_id", event.eventId());
        json.put("trace_id", event.traceId());
        json.put("span_id", event.spanId());
        json.put(
                "exceptions",
                event.exceptions().stream().map(TelemetryJson::exception).toList());
        return json;
    }

    private static Map<String, @Nullable Object> exception(ExceptionRecord exception) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", exception.type());
        json.put("value", exception.value());
        json.put("mechanism", mechanism(exception.mechanism()));
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> mechanism(EventRecord.@Nullable Mechanism mechanism) {
        if (mechanism == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", mechanism.type());
        json.put("handled", mechanism.handled());
        return json;
    }

    private static Map<String, @Nullable Object> item(ItemRecord item) {
        Map<String, @Nullable Object> json = located("item", item.location());
        json.put("type", item.type());
        json.put("bytes", item.bytes());
        return json;
    }

    private static Map<String, @Nullable Object> located(String kind, Location location) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", kind);
        json.put("file", location.file());
        json.put("item", location.item());
        return json;
    }
}
