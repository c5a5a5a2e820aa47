package dev.sentryai.telemetry.rules;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An envelope that no rule objects to, to be spoiled in the one way that matters. */
final class TestEnvelope {

    static final String EVENT_ID = "8dc164886f384a74b9af23dd1404b46a";
    static final String PUBLIC_KEY = "0123456789abcdef0123456789abcdef";

    private final Map<String, @Nullable Object> header = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> trace = new LinkedHashMap<>();
    private final List<TestItem> items = new ArrayList<>();
    private @Nullable String repeated;

    private TestEnvelope() {
        header.put("event_id", EVENT_ID);
        header.put("sent_at", "2026-11-20T15:40:44.000Z");
        header.put("dsn", "http://" + PUBLIC_KEY + "@127.0.0.1:8080/1");
        trace.put("trace_id", TestSpan.TRACE_ID);
        trace.put("public_key", PUBLIC_KEY);
        header.put("trace", trace);
    }

    static TestEnvelope of(TestItem... items) {
        TestEnvelope envelope = new TestEnvelope();
        envelope.items.addAll(List.of(items));
        return envelope;
    }

    /** Spans in a container. */
    static TestEnvelope streamed(TestSpan... spans) {
        return of(TestItem.container(spans));
    }

    /** Spans as children of a transaction. */
    static TestEnvelope transaction(TestSpan... children) {
        return of(TestItem.transaction(TestSpan.root(), children));
    }

    TestEnvelope header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    TestEnvelope withoutHeader(String name) {
        header.remove(name);
        return this;
    }

    /** Writes a member of the header once more, behind all others. */
    TestEnvelope repeatedHeader(String name) {
        repeated = name;
        return this;
    }

    TestEnvelope trace(String name, @Nullable Object value) {
        trace.put(name, value);
        return this;
    }

    TestEnvelope withoutTrace(String name) {
        trace.remove(name);
        return this;
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(Json.write(header));
        if (repeated != null) {
            String member = Json.write(repeated) + ':' + Json.write(header.get(repeated));
            text.replace(text.length() - 1, text.length(), "," + member + '}');
        }
        text.append('\n');
        items.forEach(item -> text.append(item.text()));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    CapturedEnvelope captured(String file) {
        return new CapturedEnvelope(file, EnvelopeReader.parse(bytes()));
    }

    Telemetry telemetry() {
        return Telemetry.of(List.of(captured("sample.envelope")));
    }

    /** An item of a {@link TestEnvelope}, its payload filled up with blanks to the given size in bytes. */
    record TestItem(Map<String, @Nullable Object> header, Map<String, @Nullable Object> payload, int bytes) {

        private TestItem(Map<String, @Nullable Object> header, Map<String, @Nullable Object> payload) {
            this(header, payload, 0);
        }

        static TestItem container(TestSpan... spans) {
            Map<String, @Nullable Object> header = new LinkedHashMap<>();
            header.put("type", "span");
            header.put("item_count", spans.length);
            header.put("content_type", "application/vnd.sentry.items.span.v2+json");
            Map<String, @Nullable Object> payload = new LinkedHashMap<>();
            payload.put("version", 2);
            payload.put("items", Arrays.stream(spans).map(TestSpan::streamed).toList());
            return new TestItem(header, payload);
        }

        static TestItem transaction(TestSpan root, TestSpan... children) {
            Map<String, @Nullable Object> header = new LinkedHashMap<>(Map.of("type", "transaction"));
            return new TestItem(header, root.transaction(List.of(children)));
        }

        static TestItem standalone(TestSpan span) {
            return new TestItem(new LinkedHashMap<>(Map.of("type", "span")), span.child());
        }

        /** An item without spans. */
        static TestItem of(String type) {
            return new TestItem(new LinkedHashMap<>(Map.of("type", type)), new LinkedHashMap<>());
        }

        TestItem header(String name, Object value) {
            header.put(name, value);
            return this;
        }

        TestItem withoutHeader(String name) {
            header.remove(name);
            return this;
        }

        TestItem payload(String name, Object value) {
            payload.put(name, value);
            return this;
        }

        TestItem withoutPayload(String name) {
            payload.remove(name);
            return this;
        }

        TestItem paddedTo(int size) {
            return new TestItem(header, payload, size);
        }

        String text() {
            String json = Json.write(payload);
            int missing = Math.max(0, bytes - json.getBytes(StandardCharsets.UTF_8).length);
            return Json.write(header) + '\n' + json + " ".repeat(missing) + '\n';
        }
    }
}
