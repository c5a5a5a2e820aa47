package dev.sentryai.cli.text;

import dev.sentryai.cli.json.JsonLine;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.Trace;
import dev.sentryai.telemetry.cost.Dollars;
import dev.sentryai.telemetry.relay.Change;
import dev.sentryai.telemetry.relay.DroppedSpan;
import dev.sentryai.telemetry.relay.Relay;
import dev.sentryai.telemetry.relay.StoredSpan;
import dev.sentryai.telemetry.relay.StoredTelemetry;
import dev.sentryai.telemetry.tree.PlainText;
import dev.sentryai.telemetry.tree.TreeRemarks;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Sentry would store: spans as it has them, and below each what was done to it on arrival. */
final class StoredText implements TreeRemarks {

    private static final int LONGEST_VALUE = 60;

    private final Style style;
    private final StoredTelemetry stored;
    private final Telemetry telemetry;
    private final StoredRemarks traces;

    /** By what stands for them in the telemetry. */
    private final Map<SpanRecord, StoredSpan> spans = new HashMap<>();

    StoredText(Telemetry sent, Relay relay, Style style) {
        this.style = style;
        this.stored = relay.store(sent);
        this.traces = new StoredRemarks(stored);
        this.telemetry = sent.withSpans(span -> stored.of(span).stored().map(this::shown));
    }

    private SpanRecord shown(StoredSpan span) {
        SpanRecord record = span.asRecord();
        spans.put(record, span);
        return record;
    }

    /** What was sent, with those spans that are stored and as they are stored. */
    Telemetry telemetry() {
        return telemetry;
    }

    /** The spans that are not stored. */
    List<DroppedSpan> dropped() {
        return stored.spans().stream()
                .filter(DroppedSpan.class::isInstance)
                .map(DroppedSpan.class::cast)
                .toList();
    }

    /** What to say about a span that is not stored. */
    String line(DroppedSpan span) {
        return style.red("dropped: ")
                + PlainText.line(span.sent().op() + "  " + span.sent().name() + ": " + span.reason());
    }

    @Override
    public List<String> beside(Trace trace) {
        return traces.of(trace);
    }

    @Override
    public List<String> beside(SpanRecord span) {
        return found(span).flatMap(StoredSpan::cost).map(cost -> "~" + Dollars.text(cost)).stream()
                .toList();
    }

    @Override
    public List<String> below(SpanRecord span) {
        return found(span).stream()
                .flatMap(found -> found.changes().stream().map(change -> line(change, found)))
                .toList();
    }

    private Optional<StoredSpan> found(SpanRecord span) {
        return Optional.ofNullable(spans.get(span));
    }

    private String line(Change change, StoredSpan span) {
        Object value = span.attributes().get(change.attribute());
        String kind = String.format("%-9s", change.kind().name().toLowerCase(Locale.ROOT));
        String text =
                value == null ? "" : " = " + excerpt(value instanceof String string ? string : JsonLine.of(value));
        return style.dim(kind) + "  " + PlainText.line(change.attribute()) + text
                + style.dim("  " + PlainText.line(change.reason()));
    }

    private static String excerpt(String value) {
        String line = PlainText.line(value);
        return line.length() <= LONGEST_VALUE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_VALUE))) + "…";
    }
}
