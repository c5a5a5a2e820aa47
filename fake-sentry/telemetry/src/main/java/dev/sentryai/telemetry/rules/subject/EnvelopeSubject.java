package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.envelope.Item;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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
        this.items = items(captured.envelope().items(), spans);
        this.containers = only(items, ItemSubject::isContainer);
        this.standaloneSpans = only(items, ItemSubject::isStandaloneSpan);
    }

    /** Spans and items are in the same order, so that the spans of an item stand in a row. */
    private static List<ItemSubject> items(List<Item> items, List<SpanSubject> spans) {
        List<ItemSubject> subjects = new ArrayList<>(items.size());
        int end = 0;
        for (Item item : items) {
            int start = end;
            while (end < spans.size() && spans.get(end).record().location().item() == item.index()) {
                end++;
            }
            subjects.add(new ItemSubject(item, spans.subList(start, end)));
        }
        return subjects;
    }

    private static List<ItemSubject> only(List<ItemSubject> items, Predicate<ItemSubject> wanted) {
        List<ItemSubject> found = List.of();
        for (ItemSubject item : items) {
            if (wanted.test(item)) {
                found = found.isEmpty() ? new ArrayList<>(items.size()) : found;
                found.add(item);
            }
        }
        return found;
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
