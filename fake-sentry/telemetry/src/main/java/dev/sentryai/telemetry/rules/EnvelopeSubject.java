package dev.sentryai.telemetry.rules;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An envelope and the spans in it. Used by one thread. */
final class EnvelopeSubject {

    private final CapturedEnvelope captured;
    private final List<SpanSubject> spans;
    private final List<ItemSubject> items;
    private final List<ItemSubject> containers;
    private final List<ItemSubject> standaloneSpans;

    EnvelopeSubject(CapturedEnvelope captured, List<SpanSubject> spans) {
        this.captured = captured;
        this.spans = spans;
        Map<Integer, List<SpanSubject>> byItem = spans.stream()
                .collect(Collectors.groupingBy(span -> span.record().location().item()));
        this.items = captured.envelope().items().stream()
                .map(item -> new ItemSubject(item, byItem.getOrDefault(item.index(), List.of())))
                .toList();
        this.containers = items.stream().filter(ItemSubject::isContainer).toList();
        this.standaloneSpans =
                items.stream().filter(ItemSubject::isStandaloneSpan).toList();
    }

    CapturedEnvelope captured() {
        return captured;
    }

    /** Every span of the envelope, in the order of the wire. */
    List<SpanSubject> spans() {
        return spans;
    }

    List<ItemSubject> items() {
        return items;
    }

    List<ItemSubject> containers() {
        return containers;
    }

    List<ItemSubject> standaloneSpans() {
        return standaloneSpans;
    }

    JsonObject header() {
        return captured.envelope().header().fields();
    }

    /** The dynamic sampling context; empty if absent. */
    JsonObject trace() {
        return header().object("trace");
    }
}
