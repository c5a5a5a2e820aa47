package dev.sentryai.telemetry;

import dev.sentryai.telemetry.envelope.Item;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.MalformedJsonException;
import java.util.List;

/** Hands every item to the reader for its type; what cannot be read is reported and does not stop the rest. */
final class TelemetryReader {

    private final Collector collector = new Collector();

    Telemetry read(List<CapturedEnvelope> envelopes) {
        for (CapturedEnvelope captured : envelopes) {
            for (Item item : captured.envelope().items()) {
                read(new Place(captured, item));
            }
            collector.endEnvelope();
        }
        return new Telemetry(envelopes, collector);
    }

    private void read(Place place) {
        switch (place.item().type()) {
            case "transaction" -> readJson(place, payload -> new TransactionReader(collector, place, payload).read());
            case "span" -> readJson(place, payload -> spanItem(place, payload));
            case "event" -> readJson(place, payload -> collector.events.add(EventReader.read(place, payload)));
            default -> other(place);
        }
    }

    /** A container shows itself by its array; one without the right content type is a fault to report, not to stumble over. */
    private void spanItem(Place place, JsonObject payload) {
        if (payload.get("items") instanceof List<?>) {
            new SpanContainerReader(collector, place).read(payload);
        } else if (payload.containsKey("span_id") || payload.containsKey("trace_id")) {
            collector.spans.add(SpanItemReader.read(place, payload));
        } else {
            unreadable(
                    place, place.item().offset(), "payload is neither a span nor a container with an array \"items\"");
        }
    }

    private void readJson(Place place, PayloadReader reader) {
        try {
            if (place.item().json() instanceof JsonObject payload) {
                reader.read(payload);
            } else {
                unreadable(place, place.item().offset(), "payload is not a JSON object");
            }
        } catch (MalformedJsonException e) {
            unreadable(place, place.item().offset() + e.offset(), "payload is not JSON: " + e.reason());
        }
    }

    private void unreadable(Place place, long offset, String reason) {
        collector.unreadable(place, place.at("", offset), reason);
        other(place);
    }

    private void other(Place place) {
        collector.items.add(new ItemRecord(place.payload(), place.item()));
    }

    /** Takes a payload that is a JSON object. */
    @FunctionalInterface
    private interface PayloadReader {
        void read(JsonObject payload);
    }
}
