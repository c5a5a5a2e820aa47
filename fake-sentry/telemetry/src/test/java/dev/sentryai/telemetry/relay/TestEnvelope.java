package dev.sentryai.telemetry.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Envelopes for Relay, sound unless spoiled. */
final class TestEnvelope {

    static final Relay RELAY = new Relay(PriceTable.parse("test", "gpt-4o 2 8 1 3 - 1000\nplain 1 1\n"));
    static final String TRACE = "182ef34038324c4eaccfa93bfb2f927e";
    static final double START = 1795189242.5;

    private final List<String> lines = new ArrayList<>();

    TestEnvelope(String header) {
        lines.add(header.replace('\'', '"'));
    }

    static TestEnvelope sent() {
        return new TestEnvelope("{'sent_at':'2026-11-20T15:40:44.000Z'}");
    }

    TestEnvelope container(List<? extends Map<String, ?>> spans) {
        return item(containerHeader(spans.size()), Map.of("version", 2, "items", spans));
    }

    TestEnvelope item(Map<String, ?> header, Object payload) {
        lines.add(Json.write(header));
        lines.add(Json.write(payload));
        return this;
    }

    TestEnvelope line(String json) {
        lines.add(json);
        return this;
    }

    TestEnvelope transaction(Map<String, ?> root, List<? extends Map<String, ?>> children) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>(root);
        Map<String, @Nullable Object> trace = new LinkedHashMap<>(root);
        payload.put("contexts", Map.of("trace", trace));
        payload.put("spans", children);
        return item(Map.of("type", "transaction"), payload);
    }

    static Map<String, ?> containerHeader(int count) {
        return Map.of("type", "span", "item_count", count, "content_type", "application/vnd.sentry.items.span.v2+json");
    }

    /** A streamed span of half a second; of each attribute the type follows from its value. */
    static Map<String, @Nullable Object> streamed(int id, Map<String, ?> attributes) {
        Map<String, @Nullable Object> typed = new LinkedHashMap<>();
        attributes.forEach((key, value) -> typed.put(key, Map.of("type", type(value), "value", value)));
        Map<String, @Nullable Object> span = span(id);
        span.put("name", "chat gpt-4o");
        span.put("status", "ok");
        span.put("end_timestamp", START + 0.5);
        span.put("attributes", typed);
        return span;
    }

    /** The child of a transaction, or a span item, of half a second. */
    static Map<String, @Nullable Object> older(int id, String op, Map<String, ?> data) {
        Map<String, @Nullable Object> span = span(id);
        span.put("op", op);
        span.put("timestamp", START + 0.5);
        span.put("data", data);
        return span;
    }

    private static Map<String, @Nullable Object> span(int id) {
        Map<String, @Nullable Object> span = new LinkedHashMap<>();
        span.put("trace_id", TRACE);
        span.put("span_id", String.format("%016x", id));
        span.put("start_timestamp", START);
        return span;
    }

    private static String type(Object value) {
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Number) {
            return value instanceof Double ? "double" : "integer";
        }
        return value instanceof List ? "array" : "string";
    }

    Telemetry telemetry() {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        return Telemetry.of(List.of(new CapturedEnvelope("sample.envelope", EnvelopeReader.parse(bytes))));
    }

    StoredTelemetry stored() {
        return RELAY.store(telemetry());
    }

    /** What is stored of a single streamed span with these attributes. */
    static StoredSpan store(Map<String, ?> attributes) {
        return sent().container(List.of(streamed(1, attributes)))
                .stored()
                .spans()
                .get(0)
                .stored()
                .orElseThrow();
    }

    /** What is stored of a single span item with that data. */
    static StoredSpan storeOlder(String op, Map<String, ?> data) {
        return sent().item(Map.of("type", "span"), older(1, op, data))
                .stored()
                .spans()
                .get(0)
                .stored()
                .orElseThrow();
    }
}
