package dev.sentryai.cli.report;

import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.relay.Relay;
import dev.sentryai.telemetry.relay.StoredTelemetry;
import dev.sentryai.telemetry.relay.StoredTrace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what Sentry would store of the parts of the input; a trace that is spread over parts counts once in each. */
final class StoredTally {

    private final Relay relay;
    private int traces;
    private int visibleTraces;
    private int droppedSpans;
    private double cost;

    StoredTally(Relay relay) {
        this.relay = relay;
    }

    void add(Telemetry telemetry) {
        StoredTelemetry stored = relay.store(telemetry);
        droppedSpans += (int) stored.spans().stream()
                .filter(span -> span.dropReason().isPresent())
                .count();
        stored.traces().forEach(this::add);
    }

    private void add(StoredTrace trace) {
        traces++;
        visibleTraces += trace.inAgents().isVisible() ? 1 : 0;
        cost += trace.cost().orElse(0.0);
    }

    /** Adds a member to the summary in the shape that JSON has. */
    Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> summary) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("traces", traces);
        json.put("visible_traces", visibleTraces);
        json.put("dropped_spans", droppedSpans);
        json.put("cost_usd", cost);
        summary.put("stored", json);
        return summary;
    }
}
