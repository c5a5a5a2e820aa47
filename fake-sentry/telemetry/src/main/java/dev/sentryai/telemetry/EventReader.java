package dev.sentryai.telemetry;

import dev.sentryai.telemetry.EventRecord.ExceptionRecord;
import dev.sentryai.telemetry.EventRecord.Mechanism;
import dev.sentryai.telemetry.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error event. */
final class EventReader {

    private EventReader() {}

    static EventRecord read(Place place, JsonObject event) {
        JsonObject trace = event.object("contexts").object("trace");
        String eventId = event.string("event_id")
                .or(() -> place.captured().envelope().header().eventId())
                .orElse(null);
        return new EventRecord(
                place.payload(), eventId, trace.text("trace_id"), trace.text("span_id"), exceptions(event), event);
    }

    /** The values stand in an object, or in old events directly under {@code exception}. */
    private static List<ExceptionRecord> exceptions(JsonObject event) {
        List<?> values = event.get("exception") instanceof List<?> list
                ? list
                : event.object("exception").array("values");
        return values.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(EventReader::exception)
                .toList();
    }

    private static ExceptionRecord exception(JsonObject exception) {
        return new ExceptionRecord(exception.text("type"), exception.text("value"), mechanism(exception));
    }

    private static @Nullable Mechanism mechanism(JsonObject exception) {
        JsonObject mechanism = exception.object("mechanism");
        Boolean handled = mechanism.get("handled") instanceof Boolean flag ? flag : null;
        return exception.containsKey("mechanism") ? new Mechanism(mechanism.text("type"), handled) : null;
    }
}
