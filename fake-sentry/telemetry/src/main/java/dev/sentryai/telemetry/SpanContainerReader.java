package dev.sentryai.telemetry;

import dev.sentryai.telemetry.SpanFields.Ids;
import dev.sentryai.telemetry.SpanFields.Labels;
import dev.sentryai.telemetry.SpanFields.Times;
import dev.sentryai.telemetry.json.JsonObject;

/** A span v2 container: many spans in one item, their attributes each with a declared type. */
final class SpanContainerReader {

    private final Collector collector;
    private final Place place;

    SpanContainerReader(Collector collector, Place place) {
        this.collector = collector;
        this.place = place;
    }

    void read(JsonObject container) {
        collector.eachObject(place, "/items", container.array("items"), this::span);
    }

    private void span(int index, String pointer, JsonObject span) {
        JsonObject attributes = span.object("attributes").unwrapped("value");
        SpanFields fields = new SpanFields(
                SpanSource.SPAN_V2,
                Boolean.TRUE.equals(span.get("is_segment")),
                new Ids(
                        span.text("trace_id"),
                        span.text("span_id"),
                        span.text("parent_span_id"),
                        attributes.text("sentry.segment.id")),
                new Labels(
                        attributes.text("sentry.op"),
                        span.text("name"),
                        attributes.text("sentry.origin"),
                        span.text("status")),
                Times.of(span.get("start_timestamp"), span.get("end_timestamp")));
        collector.spans.add(new SpanRecord(place.span(index, pointer, span), fields, attributes, span));
    }
}
