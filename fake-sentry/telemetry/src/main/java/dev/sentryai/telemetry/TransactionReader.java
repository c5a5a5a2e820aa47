package dev.sentryai.telemetry;

import dev.sentryai.telemetry.SpanFields.Ids;
import dev.sentryai.telemetry.SpanFields.Labels;
import dev.sentryai.telemetry.SpanFields.Times;
import dev.sentryai.telemetry.json.JsonObject;

/** A transaction: the root span stands in {@code contexts.trace}, its descendants in {@code spans}. */
final class TransactionReader {

    private final Collector collector;
    private final Place place;
    private final JsonObject transaction;
    private final JsonObject trace;

    TransactionReader(Collector collector, Place place, JsonObject transaction) {
        this.collector = collector;
        this.place = place;
        this.transaction = transaction;
        this.trace = transaction.object("contexts").object("trace");
    }

    void read() {
        collector.spans.add(root());
        collector.eachObject(place, "/spans", transaction.array("spans"), this::child);
    }

    private SpanRecord root() {
        Ids ids = new Ids(
                trace.text("trace_id"), trace.text("span_id"), trace.text("parent_span_id"), trace.text("span_id"));
        Labels labels = new Labels(
                trace.text("op"), transaction.text("transaction"), trace.text("origin"), trace.text("status"));
        Times times = Times.of(transaction.get("start_timestamp"), transaction.get("timestamp"));
        SpanFields fields = new SpanFields(SpanSource.TRANSACTION, true, ids, labels, times);
        return new SpanRecord(place.span(0, "", transaction), fields, rootAttributes(), transaction);
    }

    /** With OpenTelemetry, Java's SDK leaves the root's own attributes in another context; {@code trace.data} wins. */
    private JsonObject rootAttributes() {
        return trace.object("data")
                .plus(transaction.object("contexts").object("otel").object("attributes"));
    }

    private void child(int index, String pointer, JsonObject span) {
        Location location = place.span(index + 1, pointer, span);
        SpanFields fields = SpanItemReader.fields(SpanSource.TRANSACTION, span, trace.text("span_id"));
        collector.spans.add(new SpanRecord(location, fields, span.object("data"), span));
    }
}
