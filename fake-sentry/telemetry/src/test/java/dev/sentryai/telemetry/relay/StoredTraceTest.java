package dev.sentryai.telemetry.relay;

import static dev.sentryai.telemetry.relay.TestEnvelope.older;
import static dev.sentryai.telemetry.relay.TestEnvelope.sent;
import static dev.sentryai.telemetry.relay.TestEnvelope.streamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredTraceTest {

    private static final String INPUT = "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Hi\"}]}]";

    private static Map<String, Object> chat(int id, String key, Object value) {
        return streamed(id, Map.of("sentry.op", "gen_ai.chat", "gen_ai.request.model", "gpt-4o", key, value));
    }

    @Test
    void oneAiSpanMakesATraceVisible() {
        StoredTrace trace = sent().container(List.of(
                        streamed(1, Map.of("sentry.op", "http.server")), chat(2, "gen_ai.usage.input_tokens", 1)))
                .stored()
                .traces()
                .get(0);

        assertThat(trace.traceId()).isEqualTo(TestEnvelope.TRACE);
        assertThat(trace.spans()).hasSize(2);
        assertThat(trace.inAgents().isVisible()).isTrue();
        assertThat(trace.inAgents().obstacles()).isEmpty();
    }

    @Test
    void withoutAnAiSpanATraceIsHidden() {
        Visibility visibility = sent().container(List.of(streamed(1, Map.of("gen_ai.usage.input_tokens", 7))))
                .stored()
                .traces()
                .get(0)
                .inAgents();

        assertThat(visibility.isVisible()).isFalse();
        assertThat(visibility.obstacles()).containsExactly("no span has an AI op or an operation name");
    }

    @Test
    void aTraceWhoseAiSpansAreDroppedIsHiddenForThatReason() {
        Map<String, Object> broken = chat(2, "x", 1);
        broken.remove("name");

        Visibility visibility = sent().container(List.of(streamed(1, Map.of("sentry.op", "http.server")), broken))
                .stored()
                .traces()
                .get(0)
                .inAgents();

        assertThat(visibility.obstacles()).containsExactly("it lacks a usable name");
    }

    @Test
    void onlyCallsOfModelsAddUp() {
        Map<String, Object> agent = streamed(
                3,
                Map.of(
                        "sentry.op", "gen_ai.invoke_agent",
                        "gen_ai.request.model", "gpt-4o",
                        "gen_ai.usage.input_tokens", 500));

        StoredTrace trace = sent().container(List.of(
                        chat(1, "gen_ai.usage.input_tokens", 10), chat(2, "gen_ai.usage.output_tokens", 5), agent))
                .stored()
                .traces()
                .get(0);

        assertThat(trace.usage().total()).isEqualTo(15);
        assertThat(trace.cost().orElseThrow()).isCloseTo((10 * 2 + 5 * 8) / 1e6, within(1e-12));
    }

    @Test
    void aTraceWithoutPricedCallsHasNoCost() {
        assertThat(sent().container(List.of(chat(1, "gen_ai.response.model", "own")))
                        .stored()
                        .traces()
                        .get(0)
                        .cost())
                .isEmpty();
    }

    @Test
    void spansWithoutTraceIdAreTogether() {
        Map<String, Object> span = older(1, "gen_ai.chat", Map.of());
        span.remove("trace_id");

        List<StoredTrace> traces = sent().item(Map.of("type", "span"), span)
                .item(Map.of("type", "span"), older(2, "gen_ai.chat", Map.of()))
                .stored()
                .traces();

        assertThat(traces).extracting(StoredTrace::traceId).containsExactly(null, TestEnvelope.TRACE);
    }

    @Test
    void aConversationNeedsInputAndOutputSomewhere() {
        StoredConversation conversation = sent().container(List.of(
                        talk(1, Map.of("gen_ai.request.messages", INPUT)),
                        talk(2, Map.of("gen_ai.response.text", "Hello", "user.email", "ann@example.com"))))
                .stored()
                .conversations()
                .get(0);

        assertThat(conversation.id()).isEqualTo("c1");
        assertThat(conversation.spans()).hasSize(2);
        assertThat(conversation.inConversations().isVisible()).isTrue();
        assertThat(conversation.title()).contains("Hi");
        assertThat(conversation.user()).contains("ann@example.com");
    }

    @Test
    void aConversationWithoutContentIsNotListed() {
        StoredConversation conversation = sent().container(List.of(talk(1, Map.of())))
                .stored()
                .conversations()
                .get(0);

        assertThat(conversation.inConversations().obstacles())
                .containsExactly("no span has gen_ai.input.messages", "no span has gen_ai.output.messages");
        assertThat(conversation.title()).isEmpty();
        assertThat(conversation.user()).isEmpty();
    }

    @Test
    void aTitleIsTextByAUser() {
        String system = "[{\"role\":\"system\",\"parts\":[{\"type\":\"text\",\"content\":\"Be kind\"}]},"
                + "{\"role\":\"user\",\"parts\":[{\"type\":\"blob\",\"modality\":\"image\"},{\"type\":\"text\",\"content\":\" \"}]}]";

        StoredConversation conversation = sent().container(List.of(
                        talk(1, Map.of("gen_ai.input.messages", system)),
                        talk(2, Map.of("gen_ai.input.messages", INPUT))))
                .stored()
                .conversations()
                .get(0);

        assertThat(conversation.title()).contains("Hi");
    }

    @Test
    void droppedSpansHaveNoConversation() {
        Map<String, Object> broken = talk(1, Map.of());
        broken.remove("status");

        assertThat(sent().container(List.of(broken)).stored().conversations()).isEmpty();
    }

    private static Map<String, Object> talk(int id, Map<String, ?> attributes) {
        Map<String, Object> all = new HashMap<>(attributes);
        all.put("sentry.op", "gen_ai.chat");
        all.put("gen_ai.conversation.id", "c1");
        return streamed(id, all);
    }
}
