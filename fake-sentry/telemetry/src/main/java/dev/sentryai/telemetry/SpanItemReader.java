package dev.sentryai.telemetry;

import dev.sentryai.telemetry.SpanFields.Ids;
import dev.sentryai.telemetry.SpanFields.Labels;
import dev.sentryai.telemetry.SpanFields.Times;
import dev.sentryai.telemetry.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A span item of its own, the format before containers; its object looks like the children of a transaction. */
final class SpanItemReader {

    private SpanItemReader() {}

    static SpanRecord read(Place place, JsonObject span) {
        SpanFields fields = fields(SpanSource.SPAN, span, span.text("segment_id"));
        return new SpanRecord(place.span(0, "", span), fields, span.object("data"), span);
    }

    static SpanFields fields(SpanSource source, JsonObject span, @Nullable String segmentId) {
        Ids ids = new Ids(span.text("trace_id"), span.text("span_id"), span.text("parent_span_id"), segmentId);
        Labels labels = new Labels(span.text("op"), span.text("description"), span.text("origin"), span.text("status"));
        Times times = Times.of(span.get("start_timestamp"), span.get("timestamp"));
        return new SpanFields(source, Boolean.TRUE.equals(span.get("is_segment")), ids, labels, times);
    }
}
