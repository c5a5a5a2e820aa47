package dev.sentryai.telemetry.relay;

import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells what Sentry would store: a simulation of Relay, through which everything passes on arrival. It drops what Relay drops,
 * checks types, renames what is deprecated, infers operations, computes totals, speed and cost, and trims and scrubs attributes, in
 * this order; Relay's own is not documented everywhere. What it does depends on the telemetry alone: the moment of sending stands
 * for that of arrival, and settings of a project are those of a new one. Immutable and thread-safe.
 *
 * @param prices what models cost; Sentry's own may be newer
 */
public record Relay(PriceTable prices) {

    /**
     * Tells what becomes of telemetry.
     *
     * @param telemetry what is sent
     * @return what is stored of it, and what is not
     */
    public StoredTelemetry store(Telemetry telemetry) {
        List<SpanOutcome> outcomes = new ArrayList<>(telemetry.spans().size());
        for (int i = 0; i < telemetry.envelopes().size(); i++) {
            List<SpanRecord> spans = telemetry.spansOf(i);
            Map<SpanRecord, String> discards = Discards.of(telemetry.envelopes().get(i), spans);
            for (SpanRecord span : spans) {
                String reason = discards.get(span);
                outcomes.add(reason == null ? store(span) : new DroppedSpan(span, reason));
            }
        }
        return new StoredTelemetry(outcomes);
    }

    private StoredSpan store(SpanRecord span) {
        Draft draft = new Draft(span);
        Intake.apply(draft);
        MessageTransform.apply(draft);
        DeprecatedNames.apply(draft);
        OpInference.apply(draft);
        new AiEnrichment(prices).apply(draft);
        Trimming.apply(draft);
        DefaultScrubbing.apply(draft);
        return draft.store();
    }
}
