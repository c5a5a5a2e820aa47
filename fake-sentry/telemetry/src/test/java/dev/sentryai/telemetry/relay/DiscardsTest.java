package dev.sentryai.telemetry.relay;

import static dev.sentryai.telemetry.relay.TestEnvelope.containerHeader;
import static dev.sentryai.telemetry.relay.TestEnvelope.older;
import static dev.sentryai.telemetry.relay.TestEnvelope.sent;
import static dev.sentryai.telemetry.relay.TestEnvelope.streamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiscardsTest {

    private static final String STORED = "-";
    private static final int MIB = 1024 * 1024;

    /** An envelope, and for each of its spans why it is dropped. */
    static Stream<Arguments> envelopes() {
        return Stream.of(
                of(container(span()), STORED),
                of(container(without("trace_id")), "it lacks a usable trace_id"),
                of(container(with("trace_id", "0".repeat(32))), "it lacks a usable trace_id"),
                of(container(with("trace_id", "xyz")), "it lacks a usable trace_id"),
                of(container(with("span_id", "0123")), "it lacks a usable span_id"),
                of(container(with("span_id", "ABCDEF0123456789")), STORED),
                of(container(without("name")), "it lacks a usable name"),
                of(container(without("status")), "it lacks a usable status"),
                of(container(without("start_timestamp")), "it lacks a usable start_timestamp"),
                of(container(without("end_timestamp")), "it lacks a usable end_timestamp"),
                of(container(with("end_timestamp", TestEnvelope.START - 1)), "it ends before it starts"),
                of(container(shifted(-6 * 86400)), "it is older than 5 days"),
                of(container(shifted(-4 * 86400)), STORED),
                of(container(shifted(120)), "it lies more than 60 s in the future"),
                of(new TestEnvelope("{}").container(List.of(shifted(-9e6))), STORED),
                of(container(span(), without("name")), STORED, "it lacks a usable name"),
                of(container(span(), span()), STORED, "its envelope has another span with its id"),
                of(
                        sent().item(containerHeader(2), Map.of("version", 2, "items", List.of(span()))),
                        "the container has 1 spans but item_count says 2"),
                of(
                        sent().item(
                                        Map.of(
                                                "type",
                                                "span",
                                                "content_type",
                                                "application/vnd.sentry.items.span.v2+json"),
                                        Map.of("items", List.of(span()))),
                        "the container has 1 spans but item_count is missing"),
                of(
                        sent().item(containerHeader(1), Map.of("version", 3, "items", List.of(span()))),
                        "the container has the unknown version 3"),
                of(sent().item(containerHeader(1), Map.of("items", List.of(span()))), STORED),
                of(
                        sent().container(List.of(span())).container(List.of(streamed(2, Map.of()))),
                        "its envelope has more than one container, or span items beside it",
                        "its envelope has more than one container, or span items beside it"),
                of(
                        sent().container(List.of(span())).item(Map.of("type", "span"), older(2, "x", Map.of())),
                        "its envelope has more than one container, or span items beside it",
                        STORED),
                of(transaction(Map.of()), STORED, STORED),
                of(
                        transaction(Map.of("timestamp", 1)),
                        "Sentry drops the whole transaction because of a span: it ends before it starts",
                        "Sentry drops the whole transaction because of a span: it ends before it starts"),
                of(
                        transaction(Map.of("op", "x".repeat(MIB))),
                        "the transaction exceeds 1 MiB",
                        "the transaction exceeds 1 MiB"),
                of(
                        transaction(Map.of("op", "x".repeat(820 * 1024))),
                        STORED,
                        "the spans of the transaction exceed 800 KiB"));
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void spansAreDroppedOrStored(TestEnvelope envelope, List<String> expected) {
        assertThat(envelope.stored().spans())
                .extracting(span -> span.dropReason().orElse(STORED))
                .containsExactlyElementsOf(expected);
        assertThat(envelope.stored().spans())
                .allSatisfy(span -> assertThat(span.stored().isPresent())
                        .isEqualTo(span.dropReason().isEmpty()));
    }

    @Test
    void aContainerHoldsAThousandSpans() {
        assertThat(reasons(sent().container(spans(1000)))).containsOnly(STORED);
        assertThat(reasons(sent().container(spans(1001)))).containsOnly("the container has more than 1000 spans");
    }

    @Test
    void anEnvelopeHolds25SpanItems() {
        assertThat(reasons(standalone(25))).hasSize(25).containsOnly(STORED);
        assertThat(reasons(standalone(26))).containsOnly("its envelope has more than 25 span items");
    }

    @Test
    void aContainerHolds12Mib() {
        Map<String, Object> large = streamed(1, Map.of("x", "y".repeat(12 * MIB)));

        assertThat(reasons(container(large))).containsExactly("the container exceeds 12 MiB");
    }

    private static List<String> reasons(TestEnvelope envelope) {
        return envelope.stored().spans().stream()
                .map(span -> span.dropReason().orElse(STORED))
                .toList();
    }

    private static TestEnvelope standalone(int count) {
        TestEnvelope envelope = sent();
        IntStream.rangeClosed(1, count)
                .forEach(id -> envelope.item(Map.of("type", "span"), older(id, "gen_ai.chat", Map.of())));
        return envelope;
    }

    private static List<Map<String, Object>> spans(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(id -> streamed(id, Map.of()))
                .toList();
    }

    private static Arguments of(TestEnvelope envelope, String... reasons) {
        return arguments(envelope, List.of(reasons));
    }

    private static TestEnvelope container(Map<String, Object> span) {
        return sent().container(List.of(span));
    }

    private static TestEnvelope container(Map<String, Object> first, Map<String, Object> second) {
        return sent().container(List.of(first, second));
    }

    /** A root and one child, which gets these members. */
    private static TestEnvelope transaction(Map<String, ?> members) {
        Map<String, Object> child = new LinkedHashMap<>(older(2, "gen_ai.chat", Map.of()));
        child.putAll(members);
        return sent().transaction(older(1, "http.server", Collections.emptyMap()), List.of(child));
    }

    private static Map<String, Object> span() {
        return streamed(1, Map.of());
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> span = span();
        span.put(field, value);
        return span;
    }

    private static Map<String, Object> without(String field) {
        Map<String, Object> span = span();
        span.remove(field);
        return span;
    }

    private static Map<String, Object> shifted(double seconds) {
        Map<String, Object> span = span();
        span.put("start_timestamp", TestEnvelope.START + seconds);
        span.put("end_timestamp", TestEnvelope.START + seconds);
        return span;
    }
}
