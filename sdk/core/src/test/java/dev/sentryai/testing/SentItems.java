package dev.sentryai.testing;

import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Metrics and logs as they arrived: what is inside of items that hold several. */
public final class SentItems {

    private SentItems() {}

    /** Returns the metrics of that name, in order. */
    public static List<Entry> metrics(Telemetry telemetry, String name) {
        return entries(telemetry, "trace_metric").stream()
                .filter(entry -> name.equals(entry.json().text("name")))
                .toList();
    }

    /** Returns the log entries, in order. */
    public static List<Entry> logs(Telemetry telemetry) {
        return entries(telemetry, "log");
    }

    private static List<Entry> entries(Telemetry telemetry, String type) {
        return telemetry.items().stream()
                .filter(item -> item.type().equals(type))
                .map(item -> (JsonObject) item.item().json())
                .flatMap(container -> container.array("items").stream())
                .map(entry -> new Entry((JsonObject) entry))
                .toList();
    }

    /**
     * One of them.
     *
     * @param json as sent
     */
    public record Entry(JsonObject json) {

        /** Returns the value of a metric. */
        public double value() {
            return ((Number) json.get("value")).doubleValue();
        }

        /** Returns the plain values of the attributes. */
        public Map<String, Object> attributes() {
            return json.object("attributes").entrySet().stream()
                    .collect(
                            Collectors.toMap(Map.Entry::getKey, entry -> ((JsonObject) entry.getValue()).get("value")));
        }

        /** Returns the plain values of the attributes that are not those of all entries. */
        public Map<String, Object> ownAttributes() {
            Map<String, Object> own = attributes();
            own.keySet()
                    .removeIf(key ->
                            key.startsWith("sentry.") || key.startsWith("user.") || key.equals("server.address"));
            return own;
        }
    }
}
