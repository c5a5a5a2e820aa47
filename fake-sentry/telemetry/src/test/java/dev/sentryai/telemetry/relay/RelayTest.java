package dev.sentryai.telemetry.relay;

import static dev.sentryai.telemetry.relay.TestEnvelope.older;
import static dev.sentryai.telemetry.relay.TestEnvelope.sent;
import static dev.sentryai.telemetry.relay.TestEnvelope.store;
import static dev.sentryai.telemetry.relay.TestEnvelope.storeOlder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
}
