package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An envelope and the spans in it. Used by one thread. */
public final class EnvelopeSubject {

    private final CapturedEnvelope captured;
    private final Policy policy;
    private final List<SpanSubject> spans;
    private final List<ItemSubject> items;
    private final List<ItemSubject> containers;
    private final List<ItemSubject> standaloneSpans;

    public EnvelopeSubject(CapturedEnvelope captured, List<SpanSubject> spans, Policy policy) {
        this.captured = captured;
        this.policy = policy;
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

    public CapturedEnvelope captured() {
        return captured;
    }

    public Policy policy() {
        return policy;
    }

    /** Every span of the envelope, in the order of the wire. */
    public List<SpanSubject> spans() {
        return spans;
    }

    public List<ItemSubject> items() {
        return items;
    }

    public List<ItemSubject> containers() {
        return containers;
    }

    public List<ItemSubject> standaloneSpans() {
        return standaloneSpans;
    }

    public JsonObject header() {
        return captured.envelope().header().fields();
    }

    /** The dynamic sampling context; empty if absent. */
    public JsonObject trace() {
        return header().object("trace");
    }
}
