package dev.sentryai.delivery.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final String TRACE = "0123456789abcdef0123456789abcdef";

    private static final SpanV2 CHILD = new SpanV2(
            new SpanIds(TRACE, "0123456789abcdef", "fedcba9876543210"),
            "chat \u20AC",
            true,
            1_700_000_000_123_456_789L,
            1_700_000_001_000_000_000L,
            Map.of("a", "quoted \"text\"\n"));

    private static final SpanV2 ORPHAN =
            new SpanV2(new SpanIds(TRACE, "1123456789abcdef", null), "", false, 5_000, 1_000, Map.of());

    private static Batch batch(SpanV2... spans) {
        return new Batch(
                null,
                List.of(spans),
                List.of(spans).stream().mapToInt(SpanV2::length).sum());
    }

    private static String written(Batch batch) {
        return new String(batch.payload(), StandardCharsets.UTF_8);
    }

    @Test
    void spansAreWrittenIntoOneContainer() {
        assertThat(written(batch(CHILD, ORPHAN)))
                .isEqualTo("{\"version\":2,\"items\":["
                        + "{\"trace_id\":\"0123456789abcdef0123456789abcdef\",\"span_id\":\"0123456789abcdef\","
                        + "\"parent_span_id\":\"fedcba9876543210\",\"name\":\"chat \u20AC\",\"status\":\"ok\","
                        + "\"is_segment\":false,\"start_timestamp\":1700000000.123456,\"end_timestamp\":1700000001.000000,"
                        + "\"attributes\":{\"a\":{\"type\":\"string\",\"value\":\"quoted \\\"text\\\"\\n\"}}},"
                        + "{\"trace_id\":\"0123456789abcdef0123456789abcdef\",\"span_id\":\"1123456789abcdef\","
                        + "\"name\":\"\",\"status\":\"error\","
                        + "\"is_segment\":false,\"start_timestamp\":0.000005,\"end_timestamp\":0.000005,"
                        + "\"attributes\":{}}]}");
    }

    @Test
    void spansAreAsLongAsTheySay() {
        SpanV2 mixed = new SpanV2(
                CHILD.ids(), "mixed", true, 0, 0, Map.of("b", true, "l", -7L, "d", 0.5, "a", List.of("x", "\u0001")));

        assertThat(List.of(CHILD, ORPHAN, mixed))
                .allSatisfy(span -> assertThat(batch(span).payload())
                        .hasSize("{\"version\":2,\"items\":[]}".length() + span.length()));
    }
}
