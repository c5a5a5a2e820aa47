package dev.sentryai.cli.text;

import dev.sentryai.telemetry.Trace;
import dev.sentryai.telemetry.cost.Dollars;
import dev.sentryai.telemetry.relay.StoredTelemetry;
import dev.sentryai.telemetry.relay.StoredTrace;
import dev.sentryai.telemetry.relay.Visibility;
import dev.sentryai.telemetry.tree.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Sentry would make of traces: whether its views about agents show them, and what their calls cost. */
public final class StoredRemarks {

    private final Map<Optional<String>, StoredTrace> traces = new HashMap<>();

    /**
     * Takes what there is to tell.
     *
     * @param stored what Sentry would store
     */
    public StoredRemarks(StoredTelemetry stored) {
        stored.traces().forEach(trace -> traces.put(Optional.ofNullable(trace.traceId()), trace));
    }

    /**
     * Pieces for a trace's line.
     *
     * @param trace as sent or as stored
     * @return none if it is not known
     */
    public List<String> of(Trace trace) {
        List<String> pieces = new ArrayList<>();
        StoredTrace stored = traces.get(Optional.ofNullable(trace.traceId()));
        if (stored != null) {
            pieces.add("visible in Agents: " + text(stored.inAgents()));
            stored.cost().ifPresent(cost -> pieces.add("~" + Dollars.text(cost)));
        }
        return pieces;
    }

    private static String text(Visibility visibility) {
        return visibility.isVisible()
                ? "yes"
                : "NO (" + PlainText.line(String.join("; ", visibility.obstacles())) + ")";
    }
}
