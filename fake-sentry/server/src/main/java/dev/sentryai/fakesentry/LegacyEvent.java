package dev.sentryai.fakesentry;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import dev.sentryai.telemetry.json.MalformedJsonException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What old SDKs post to {@code /store/}: one event, without an envelope around it. */
final class LegacyEvent {

    private LegacyEvent() {}

    /**
     * The envelope that a current SDK would have sent.
     *
     * @throws Refusal 400 when the payload is not a JSON object
     */
    static byte[] toEnvelope(byte[] payload) {
        JsonObject event = parse(payload);
        boolean isTransaction =
                event.string("type").filter("transaction"::equals).isPresent();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("type", isTransaction ? "transaction" : "event");
        item.put("length", payload.length);
        item.put("content_type", "application/json");
        ByteArrayOutputStream envelope = new ByteArrayOutputStream(payload.length + 128);
        envelope.writeBytes(line(Map.of("event_id", event.string("event_id").orElseGet(LegacyEvent::newId))));
        envelope.writeBytes(line(item));
        envelope.writeBytes(payload);
        envelope.write('\n');
        return envelope.toByteArray();
    }

    private static JsonObject parse(byte[] payload) {
        try {
            if (JsonReader.read(payload) instanceof JsonObject event) {
                return event;
            }
        } catch (MalformedJsonException e) {
            throw new Refusal(400, "invalid JSON data", e.reason() + " at byte " + e.offset());
        }
        throw new Refusal(400, "invalid JSON data", "expected one event as a JSON object");
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static byte[] line(Map<String, Object> header) {
        return (Json.write(header) + '\n').getBytes(StandardCharsets.UTF_8);
    }
}
