package dev.sentryai.cli.json;

import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.relay.Change;
import dev.sentryai.telemetry.relay.Relay;
import dev.sentryai.telemetry.relay.SpanOutcome;
import dev.sentryai.telemetry.relay.StoredSpan;
import dev.sentryai.telemetry.relay.StoredTelemetry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Telemetry as Sentry would store it, in the shapes of {@link TelemetryJson}; spans also tell what was done to them on arrival. */
public final class StoredJson {

    private StoredJson() {}

    /**
     * Every span, every error event and every other item as one object each. A span has two members more: {@code dropped}, why it is
     * not stored, or null, in which case it has no attributes; and {@code changes}, one object for everything that was done to an
     * attribute, with {@code kind}, {@code attribute} and {@code reason}.
     *
     * @param sent what was read from one envelope
     * @param relay tells what becomes of it
     * @return in the order of the wire
     */
    public static List<Map<String, @Nullable Object>> of(Telemetry sent, Relay relay) {
        StoredTelemetry stored = relay.store(sent);
        return TelemetryJson.of(sent, span -> span(stored.of(span)));
    }

    private static Map<String, @Nullable Object> span(SpanOutcome outcome) {
        Map<String, @Nullable Object> json = outcome.stored()
                .map(span -> TelemetryJson.span(span.asRecord()))
                .orElseGet(() -> TelemetryJson.span(outcome.sent()));
        String reason = outcome.dropReason().orElse(null);
        if (reason != null) {
            json.put("attributes", Map.of());
        }
        json.put("dropped", reason);
        json.put("changes", outcome.stored().map(StoredJson::changes).orElse(List.of()));
        return json;
    }

    private static List<Map<String, Object>> changes(StoredSpan span) {
        return span.changes().stream().map(StoredJson::change).toList();
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
        json.put("attribute", change.attribute());
        json.put("reason", change.reason());
        return json;
    }
}
