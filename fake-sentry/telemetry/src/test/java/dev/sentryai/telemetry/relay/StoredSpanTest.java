package dev.sentryai.telemetry.relay;

import static dev.sentryai.telemetry.relay.TestEnvelope.older;
import static dev.sentryai.telemetry.relay.TestEnvelope.sent;
import static dev.sentryai.telemetry.relay.TestEnvelope.store;
import static dev.sentryai.telemetry.relay.TestEnvelope.storeOlder;
import static dev.sentryai.telemetry.relay.TestEnvelope.streamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of spans that were stored. */
class StoredSpanTest {

    @Test
    void everyChangeIsListedWithItsReason() {
        StoredSpan stored = store(Map.of("sentry.op", "gen_ai.chat", "gen_ai.system", "openai"));

        assertThat(stored.changes())
                .containsExactly(
                        new Change(ChangeKind.MOVED, "gen_ai.provider.name", "from gen_ai.system"),
                        new Change(ChangeKind.MOVED, "gen_ai.system", "now gen_ai.provider.name"),
                        new Change(ChangeKind.COMPUTED, "gen_ai.operation.type", "inferred from the op"));
        assertThat(stored.changes())
                .allSatisfy(change -> assertThat(change.kind().source()).isNotBlank());
    }

    @Test
    void whatIsAsItShouldBeIsNotChanged() {
        StoredSpan stored = store(Map.of("sentry.op", "gen_ai.chat", "gen_ai.operation.type", "ai_client"));

        assertThat(stored.changes()).isEmpty();
        assertThat(stored.attributes()).isEqualTo(stored.sent().attributes());
    }

    @Test
    void nothingTooDeepToBeWrittenStopsTheRest() {
        String text = "[".repeat(300) + "]".repeat(300);

        StoredSpan nested = fromText("{\"deep\":" + text + "}");
        StoredSpan messages = store(Map.of("gen_ai.request.messages", "[" + text + "]"));

        assertThat(nested.changes()).contains(new Change(ChangeKind.REMOVED, "deep", "it nests too deeply"));
        assertThat(messages.text("gen_ai.input.messages")).contains("[" + text + "]");
    }

    private static StoredSpan fromText(String data) {
        return new TestEnvelope("{}")
                .line("{\"type\":\"span\"}")
                .line("{\"trace_id\":\"" + TestEnvelope.TRACE
                        + "\",\"span_id\":\"0000000000000001\",\"start_timestamp\":1,\"timestamp\":2,\"data\":" + data
                        + "}")
                .stored()
                .spans()
                .get(0)
                .stored()
                .orElseThrow();
    }

    @Test
    void statusHasTwoValues() {
        assertThat(storeOlder("gen_ai.chat", Map.of()).status()).isEqualTo("ok");
        Map<String, Object> failed = new LinkedHashMap<>(older(1, "gen_ai.chat", Map.of()));
        failed.put("status", "internal_error");

        assertThat(sent().item(Map.of("type", "span"), failed)
                        .stored()
                        .spans()
                        .get(0)
                        .stored()
                        .orElseThrow()
                        .status())
                .isEqualTo("error");
    }

    @Test
    void outcomesAreFoundBySpan() {
        Telemetry telemetry = sent().container(List.of(streamed(1, Map.of()), streamed(2, Map.of())))
                .telemetry();

        StoredTelemetry stored = TestEnvelope.RELAY.store(telemetry);

        assertThat(stored.of(telemetry.spans().get(1)).sent())
                .isSameAs(telemetry.spans().get(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestEnvelope.RELAY
                        .store(Telemetry.EMPTY)
                        .of(telemetry.spans().get(0)))
                .withMessageStartingWith("Expected a span of this telemetry but found ");
    }

    @Test
    void storedSpanCanBeShownAsIfItHadBeenSent() {
        Telemetry telemetry = sent().item(
                        Map.of("type", "span"), older(1, "ai.run.generateText", Map.of("gen_ai.system", "x")))
                .telemetry();
        SpanRecord before = telemetry.spans().get(0);

        Telemetry stored = telemetry.withSpans(
                span -> TestEnvelope.RELAY.store(telemetry).of(span).stored().map(StoredSpan::asRecord));

        SpanRecord after = stored.spans().get(0);
        assertThat(after.attributes())
                .containsEntry("gen_ai.provider.name", "x")
                .containsEntry("gen_ai.operation.type", "agent")
                .doesNotContainKey("gen_ai.system");
        assertThat(after.op()).isEqualTo("ai.run.generateText");
        assertThat(after.status()).isEqualTo("ok");
        assertThat(after.spanId()).isEqualTo(before.spanId());
        assertThat(after.location()).isEqualTo(before.location());
        assertThat(after.duration()).isEqualTo(before.duration());
        assertThat(stored.spansOf(0)).containsExactly(after);
    }

    @Test
    void telemetryKeepsTheRestWhenSpansAreLeftOut() {
        Telemetry telemetry = sent().item(Map.of("type", "span"), older(1, "a", Map.of()))
                .item(Map.of("type", "session"), Map.of())
                .telemetry();

        Telemetry without = telemetry.withSpans(span -> Optional.empty());

        assertThat(without.spans()).isEmpty();
        assertThat(without.spansOf(0)).isEmpty();
        assertThat(without.items()).isEqualTo(telemetry.items()).hasSize(1);
        assertThat(without.envelopes()).isEqualTo(telemetry.envelopes());
    }
}
