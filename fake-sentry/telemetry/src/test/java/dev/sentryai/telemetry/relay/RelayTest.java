package dev.sentryai.telemetry.relay;

import static dev.sentryai.telemetry.relay.TestEnvelope.older;
import static dev.sentryai.telemetry.relay.TestEnvelope.sent;
import static dev.sentryai.telemetry.relay.TestEnvelope.store;
import static dev.sentryai.telemetry.relay.TestEnvelope.storeOlder;
import static dev.sentryai.telemetry.relay.TestEnvelope.streamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RelayTest {

    /** What is sent as attributes of a streamed span, and what is expected of it; "-" stands for no such attribute. */
    static Stream<Arguments> streamedSpans() {
        return Stream.of(
                arguments("copies", Map.of("ai.model.provider", "x"), "gen_ai.provider.name=x ai.model.provider=x"),
                arguments("moves", Map.of("gen_ai.system", "x"), "gen_ai.provider.name=x gen_ai.system=-"),
                arguments(
                        "never overwrites",
                        Map.of("gen_ai.system", "old", "gen_ai.provider.name", "new", "ai.model.provider", "older"),
                        "gen_ai.provider.name=new gen_ai.system=- ai.model.provider=older"),
                arguments("leaves what has no effect", Map.of("ai.citations", "x"), "ai.citations=x"),
                arguments(
                        "infers by name",
                        Map.of("gen_ai.operation.name", "execute_tool"),
                        "gen_ai.operation.type=tool"),
                arguments(
                        "prefers the name",
                        Map.of("sentry.op", "gen_ai.chat", "gen_ai.operation.name", "invoke_agent"),
                        "gen_ai.operation.type=agent sentry.op=gen_ai.chat"),
                arguments("infers by op", Map.of("sentry.op", "gen_ai.handoff"), "gen_ai.operation.type=handoff"),
                arguments(
                        "takes the unknown for calls",
                        Map.of("sentry.op", "gen_ai.x"),
                        "gen_ai.operation.type=ai_client"),
                arguments(
                        "overwrites the type",
                        Map.of("gen_ai.operation.type", "agent"),
                        "gen_ai.operation.type=ai_client sentry.op=default"),
                arguments(
                        "ignores usage alone",
                        Map.of("gen_ai.usage.input_tokens", 1),
                        "gen_ai.operation.type=- gen_ai.usage.total_tokens=-"),
                arguments(
                        "overwrites totals",
                        chat(
                                "gen_ai.usage.input_tokens",
                                3,
                                "gen_ai.usage.output_tokens",
                                4,
                                "gen_ai.usage.total_tokens",
                                9),
                        "gen_ai.usage.total_tokens=7"),
                arguments(
                        "counts what is missing as zero",
                        chat("gen_ai.usage.output_tokens", 4),
                        "gen_ai.usage.total_tokens=4"),
                arguments("keeps a total alone", chat("gen_ai.usage.total_tokens", 9), "gen_ai.usage.total_tokens=9"),
                arguments(
                        "overwrites the speed",
                        chat("gen_ai.usage.output_tokens", 4, "gen_ai.response.tokens_per_second", 1.0),
                        "gen_ai.response.tokens_per_second=8.0"),
                arguments(
                        "has no speed without output",
                        chat("gen_ai.usage.output_tokens", 0),
                        "gen_ai.response.tokens_per_second=-"),
                arguments("assumes the model", chat("gen_ai.request.model", "gpt-4o"), "gen_ai.response.model=gpt-4o"),
                arguments(
                        "keeps the model",
                        chat("gen_ai.request.model", "a", "gen_ai.response.model", "b"),
                        "gen_ai.response.model=b"),
                arguments(
                        "fills the window",
                        chat("gen_ai.request.model", "gpt-4o", "gen_ai.usage.input_tokens", 250),
                        "gen_ai.context.window_size=1000 gen_ai.context.utilization=0.25"),
                arguments(
                        "knows no window of others",
                        chat("gen_ai.request.model", "plain", "gen_ai.usage.input_tokens", 250),
                        "gen_ai.context.window_size=- gen_ai.context.utilization=-"),
                arguments(
                        "keeps the cost of unpriced models",
                        chat("gen_ai.request.model", "own", "gen_ai.cost.total_tokens", 1.5),
                        "gen_ai.cost.total_tokens=1.5"));
    }

    private static Map<String, Object> chat(Object... attributes) {
        Map<String, Object> chat = new LinkedHashMap<>(Map.of("sentry.op", "gen_ai.chat"));
        for (int i = 0; i < attributes.length; i += 2) {
            chat.put(attributes[i].toString(), attributes[i + 1]);
        }
        return chat;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("streamedSpans")
    void attributesOfStreamedSpansBecome(String name, Map<String, Object> attributes, String expected) {
        StoredSpan stored = store(attributes);

        for (String pair : expected.split(" ")) {
            String[] parts = pair.split("=");
            Object value = stored.attributes().get(parts[0]);
            assertThat(value == null ? "-" : value.toString()).as(parts[0]).isEqualTo(parts[1]);
        }
    }

    static Stream<Arguments> olderSpans() {
        return Stream.of(
                arguments(
                        "keeps totals",
                        Map.of("gen_ai.usage.input_tokens", 3, "gen_ai.usage.total_tokens", 9),
                        "gen_ai.usage.total_tokens=9"),
                arguments("adds totals", Map.of("gen_ai.usage.input_tokens", 3), "gen_ai.usage.total_tokens=3"),
                arguments(
                        "keeps the speed",
                        Map.of("gen_ai.usage.output_tokens", 4, "gen_ai.response.tokens_per_second", 1),
                        "gen_ai.response.tokens_per_second=1"),
                arguments(
                        "adds the speed",
                        Map.of("gen_ai.usage.output_tokens", 4),
                        "gen_ai.response.tokens_per_second=8.0"),
                arguments("sets the type", Map.of("gen_ai.operation.type", "tool"), "gen_ai.operation.type=ai_client"),
                arguments("writes nested values", Map.of("nested", List.of(Map.of("a", 1))), "nested=[{\"a\":1}]"),
                arguments("takes labels over", Map.of(), "sentry.op=gen_ai.chat"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("olderSpans")
    void attributesOfOlderSpansBecome(String name, Map<String, Object> data, String expected) {
        StoredSpan stored = storeOlder("gen_ai.chat", data);

        String[] parts = expected.split("=");
        assertThat(stored.attributes().get(parts[0])).hasToString(parts[1]);
    }

    @Test
    void olderSpansNeedAnOpOrAnOperationName() {
        assertThat(storeOlder("http", Map.of("gen_ai.operation.type", "tool")).operationType())
                .contains("tool");
        assertThat(storeOlder("http", Map.of("gen_ai.usage.input_tokens", 1)).operationType())
                .isEmpty();
        assertThat(storeOlder("http", Map.of("gen_ai.operation.name", "chat")).operationType())
                .contains("ai_client");
        assertThat(storeOlder("ai.x", Map.of()).operationType()).contains("ai_client");
    }

    @Test
    void whatStandsBesideTheDataOfOlderSpansBecomesAttributes() {
        Map<String, Object> span = new LinkedHashMap<>(older(1, "gen_ai.chat", Map.of("colour", "red")));
        span.put("description", "chat gpt-4o");
        span.put("origin", "auto.ai.openai");
        span.put("tags", Map.of("colour", "blue", "size", "large"));
        span.put(
                "measurements",
                Map.of("ai_prompt_tokens_used", Map.of("value", 12), "ai_completion_tokens_used", Map.of("value", 3)));
        span.put("user", Map.of("email", "x", "segment", "vip"));

        StoredSpan stored = sent().item(Map.of("type", "span"), span)
                .stored()
                .spans()
                .get(0)
                .stored()
                .orElseThrow();

        assertThat(stored.attributes())
                .containsEntry("colour", "red")
                .containsEntry("size", "large")
                .containsEntry("user.email", "x")
                .containsEntry("user.segment", "vip")
                .containsEntry("sentry.description", "chat gpt-4o")
                .containsEntry("sentry.origin", "auto.ai.openai")
                .containsEntry("gen_ai.usage.input_tokens", 12L)
                .containsEntry("gen_ai.usage.total_tokens", 15L);
    }

    @Test
    void theRootOfATransactionIsTreatedLikeItsChildren() {
        Map<String, Object> root =
                new LinkedHashMap<>(older(1, "gen_ai.invoke_agent", Map.of("gen_ai.agent.name", "Concierge")));

        StoredSpan stored = sent().transaction(root, List.of())
                .stored()
                .spans()
                .get(0)
                .stored()
                .orElseThrow();

        assertThat(stored.operationType()).contains("agent");
    }

    @Test
    void costFollowsSentrysFormula() {
        StoredSpan stored = store(chat(
                "gen_ai.response.model", "gpt-4o-2024-08-06",
                "gen_ai.usage.input_tokens", 1000,
                "gen_ai.usage.cache_read.input_tokens", 600,
                "gen_ai.usage.cache_creation.input_tokens", 100,
                "gen_ai.usage.output_tokens", 50,
                "gen_ai.cost.total_tokens", 99.0));

        assertThat(stored.cost().orElseThrow()).isCloseTo((300 * 2 + 600 * 1 + 100 * 3 + 50 * 8) / 1e6, within(1e-12));
        assertThat(stored.attributes())
                .containsEntry("gen_ai.cost.cache_read.input_tokens", 600 * 1e-6)
                .containsKeys(
                        "gen_ai.cost.input_tokens", "gen_ai.cost.output_tokens", "gen_ai.cost.reasoning.output_tokens");
    }

    @Test
    void contradictoryCountsMakeACostNegative() {
        StoredSpan stored = store(chat(
                "gen_ai.request.model",
                "gpt-4o",
                "gen_ai.usage.input_tokens",
                10,
                "gen_ai.usage.cache_read.input_tokens",
                1000));

        assertThat(stored.cost().orElseThrow()).isNegative();
    }

    @ParameterizedTest
    @CsvSource({
        "http.request.method, POST, http",
        "db.system.name, mysql, db",
        "gen_ai.operation.name, chat, gen_ai.chat",
        "rpc.service, x, rpc",
        "messaging.system, kafka, message",
        "faas.trigger, timer, timer",
        "colour, red, default"
    })
    void aMissingOpIsInferred(String key, String value, String op) {
        assertThat(store(Map.of(key, value)).op()).contains(op);
    }

    @ParameterizedTest
    @CsvSource({"client, http.client", "server, http.server", "producer, http"})
    void theKindTellsClientsFromServers(String kind, String op) {
        assertThat(store(Map.of("http.request.method", "GET", "sentry.kind", kind))
                        .op())
                .contains(op);
    }

    @Test
    void olderSpansKeepTheirLackOfAnOp() {
        Map<String, Object> span = new LinkedHashMap<>(older(1, "", Map.of("db.system.name", "mysql")));
        span.remove("op");

        assertThat(sent().item(Map.of("type", "span"), span)
                        .stored()
                        .spans()
                        .get(0)
                        .stored()
                        .orElseThrow()
                        .op())
                .isEmpty();
    }

    static Stream<Arguments> types() {
        return Stream.of(
                arguments("boolean", true, true),
                arguments("boolean", "true", false),
                arguments("integer", 1, true),
                arguments("integer", 1.5, false),
                arguments("integer", "1", false),
                arguments("double", 1, true),
                arguments("double", 1.5, true),
                arguments("double", "1.5", false),
                arguments("string", "x", true),
                arguments("string", 1, false),
                arguments("array", List.of("a", "b"), true),
                arguments("array", List.of(1, 1.5), true),
                arguments("array", List.of(), true),
                arguments("array", List.of(1, "a"), false),
                arguments("array", List.of(List.of(1)), false),
                arguments("array", List.of(Map.of()), false),
                arguments("array", "a", false),
                arguments("string[]", List.of("a"), false),
                arguments("object", Map.of(), false));
    }

    @ParameterizedTest
    @MethodSource("types")
    void attributesOfAnotherTypeAreRemoved(String type, Object value, boolean fits) {
        StoredSpan stored = storeRaw(Map.of("type", type, "value", value));

        assertThat(stored.attributes().containsKey("x")).isEqualTo(fits);
        assertThat(stored.changes()
                        .contains(new Change(ChangeKind.REMOVED, "x", "its value is not of the declared type " + type)))
                .isNotEqualTo(fits);
    }

    @Test
    void attributesWithoutTypeOrValueAreRemoved() {
        assertThat(storeRaw(Map.of("value", "x")).changes())
                .contains(new Change(ChangeKind.REMOVED, "x", "it declares no type"));
        assertThat(storeRaw(Map.of("type", "string")).changes())
                .contains(new Change(ChangeKind.REMOVED, "x", "it has no value"));
    }

    private static StoredSpan storeRaw(Map<String, ?> wrapper) {
        Map<String, Object> span = new LinkedHashMap<>(streamed(1, Map.of()));
        span.put("attributes", Map.of("x", wrapper));
        return sent().container(List.of(span)).stored().spans().get(0).stored().orElseThrow();
    }

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
