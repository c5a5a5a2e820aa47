package dev.sentryai.cohere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.resources.v2.types.V2ChatStreamResponse;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Question;
import dev.sentryai.telemetry.SpanRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChatTest extends CohereBench {

    private static final Question QUESTION = Question.of("Hi");

    @Test
    void parametersOfTheRequestAreAttributes() {
        client.v2()
                .chat(request(Map.of(
                        "max_tokens",
                        99,
                        "temperature",
                        0.3,
                        "p",
                        0.75,
                        "k",
                        40,
                        "seed",
                        7,
                        "frequency_penalty",
                        0.5,
                        "presence_penalty",
                        0.25,
                        "stop_sequences",
                        List.of("END"))));

        assertThat(bench.onlyAiSpan().attributes())
                .containsEntry(GenAiAttributes.REQUEST_MAX_TOKENS, 99L)
                .containsEntry(GenAiAttributes.REQUEST_TEMPERATURE, 0.3)
                .containsEntry(GenAiAttributes.REQUEST_TOP_P, 0.75)
                .containsEntry(GenAiAttributes.REQUEST_TOP_K, 40L)
                .containsEntry(GenAiAttributes.REQUEST_SEED, "7")
                .containsEntry(GenAiAttributes.REQUEST_FREQUENCY_PENALTY, 0.5)
                .containsEntry(GenAiAttributes.REQUEST_PRESENCE_PENALTY, 0.25)
                .containsEntry(GenAiAttributes.REQUEST_STOP_SEQUENCES, List.of("END"));
    }

    @Test
    void billedTokensCountBeforeAllTokens() {
        TokenUsage usage = usageOf("""
                {"billed_units":{"input_tokens":5,"output_tokens":7},"tokens":{"input_tokens":71,"output_tokens":8}}
                """);

        assertThat(usage.input()).isEqualTo(5);
        assertThat(usage.output()).isEqualTo(7);
    }

    @Test
    void allTokensCountWhereNothingIsSaidOfBilledOnes() {
        TokenUsage usage = usageOf("""
                {"billed_units":{"search_units":1},"tokens":{"input_tokens":71,"output_tokens":8},"cached_tokens":64}
                """);

        assertThat(usage.input()).isEqualTo(71);
        assertThat(usage.output()).isEqualTo(8);
        assertThat(usage.cacheRead()).isEqualTo(64);
    }

    @Test
    void cacheLargerThanTheBilledInputIsNotTold() {
        TokenUsage usage = usageOf("""
                {"billed_units":{"input_tokens":5,"output_tokens":7},"cached_tokens":64}
                """);

        assertThat(usage.input()).isEqualTo(5);
        assertThat(usage.cacheRead()).isNull();
    }

    @Test
    void thoughtsAndPlansAreReasoning() {
        bench.leavesOut(Gap.USAGE);
        bench.recordContent();
        bench.answer(Reply.json("""
                        {"id":"1","finish_reason":"TOOL_CALL","message":{"role":"assistant","tool_plan":"Ask the tool",
                         "content":[{"type":"thinking","thinking":"Hm"},{"type":"text","text":"Wait"}],
                         "tool_calls":[{"id":"c","type":"function","function":{"name":"weather","arguments":"{}"}}]}}
                        """));

        client.v2().chat(Requests.chat(QUESTION));

        assertThat(saidParts())
                .startsWith(new Part.Reasoning("Hm"), new Part.Text("Wait"), new Part.Reasoning("Ask the tool"))
                .hasSize(4);
    }

    @Test
    void streamedThoughtsAndPlansAreReasoning() {
        bench.leavesOut(Gap.USAGE);
        bench.recordContent();
        bench.answer(Reply.events(
                content("content-start", 0, "{\"type\":\"thinking\",\"thinking\":\"\"}"),
                content("content-delta", 0, "{\"thinking\":\"H\"}"),
                content("content-delta", 0, "{\"thinking\":\"m\"}"),
                content("content-start", 1, "{\"type\":\"text\",\"text\":\"\"}"),
                content("content-delta", 1, "{\"text\":\"Wait\"}"),
                "{\"type\":\"tool-plan-delta\",\"delta\":{\"message\":{\"tool_plan\":\"Ask \"}}}",
                "{\"type\":\"tool-plan-delta\",\"delta\":{\"message\":{\"tool_plan\":\"the tool\"}}}",
                "{\"type\":\"some-news\",\"index\":3}",
                "{\"type\":\"message-end\",\"delta\":{\"finish_reason\":\"TOOL_CALL\"}}"));

        readAll(client.v2().chatStream(Requests.chatStream(QUESTION)));

        assertThat(saidParts())
                .containsExactly(new Part.Reasoning("Hm"), new Part.Text("Wait"), new Part.Reasoning("Ask the tool"));
    }

    @Test
    void resultsOfToolsMayBeTextsAndDocuments() {
        bench.recordContent();

        client.v2()
                .chat(request(Map.of(
                        "messages",
                        List.of(
                                Requests.message("user", "Weather?"),
                                Map.of(
                                        "role",
                                        "tool",
                                        "tool_call_id",
                                        "c",
                                        "content",
                                        List.of(
                                                Map.of("type", "text", "text", "Rainy"),
                                                Map.of(
                                                        "type",
                                                        "document",
                                                        "document",
                                                        Map.of("data", Map.of("degrees", "21")))))))));

        Message result = bench.onlyAiSpan().inputMessages().get(1);
        assertThat(result.role()).isEqualTo("tool");
        assertThat(result.parts())
                .singleElement()
                .satisfies(part -> assertThat(part)
                        .isInstanceOfSatisfying(
                                Part.ToolCallResponse.class,
                                response -> assertThat(String.valueOf(response.response()))
                                        .contains("Rainy", "degrees", "21")));
    }

    @Test
    void asynchronousStreamIsRecordedLikeAnother() throws Exception {
        bench.recordContent();
        bench.answer(Reply.text("ignored").withChunks("one ", "two").withUsage(12, 30));

        String text = bench.inTransaction(() -> readAll(asyncClient
                .v2()
                .chatStream(Requests.chatStream(QUESTION))
                .get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)));

        SpanRecord span = bench.onlyAiSpan();
        assertThat(text).isEqualTo("one two");
        assertThat(saidParts()).containsExactly(new Part.Text("one two"));
        assertThat(span.usage().output()).isEqualTo(30);
        assertThat(bench.telemetry().parentOf(span)).isPresent();
    }

    @Test
    void streamWhoseConnectionBreaksEndsAsTheClientShowsIt() {
        bench.leavesOut(Gap.USAGE);
        bench.recordContent();
        bench.answer(Reply.text("ignored").withChunks("one ", "two ", "three").cutAfterChunks(2));

        String text = readAll(client.v2().chatStream(Requests.chatStream(QUESTION)));

        assertThat(text).startsWith("one ").doesNotContain("three");
        assertThat(saidParts()).containsExactly(new Part.Text(text));
        assertThat(bench.onlyAiSpan().finishReasons()).isEmpty();
        assertThat(bench.telemetry().events()).isEmpty();
    }

    @Test
    void streamThatTheProviderCannotFinishFailsWithoutAnEvent() {
        bench.answer(Reply.text("ignored").withChunks("one ", "two ", "three").failAfterChunks(2, Reply.error(503)));

        readAll(client.v2().chatStream(Requests.chatStream(QUESTION)));

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.finishReasons()).containsExactly("ERROR");
        assertThat(span.status()).isNotEqualTo("ok");
        assertThat(span.sent(CommonAttributes.ERROR_TYPE)).contains("ERROR");
        assertThat(bench.telemetry().events()).isEmpty();
    }

    @Test
    void errorHasItsStatus() throws Exception {
        bench.answer(Reply.error(429));

        bench.inTransaction(() -> catchThrowable(() -> client.v2().chat(Requests.chat(QUESTION))));

        assertThat(bench.onlyAiSpan().attributes())
                .containsEntry(CommonAttributes.HTTP_RESPONSE_STATUS_CODE, 429L)
                .containsEntry(CommonAttributes.ERROR_TYPE, "com.cohere.api.errors.TooManyRequestsError");
    }

    private TokenUsage usageOf(String usage) {
        bench.answer(Reply.json(
                "{\"id\":\"1\",\"finish_reason\":\"COMPLETE\",\"message\":{\"role\":\"assistant\"},\"usage\":" + usage
                        + '}'));
        client.v2().chat(Requests.chat(QUESTION));
        return bench.onlyAiSpan().usage();
    }

    private List<Part> saidParts() {
        return bench.onlyAiSpan().outputMessages().get(0).parts();
    }

    private static String content(String type, int index, String content) {
        return "{\"type\":\"%s\",\"index\":%d,\"delta\":{\"message\":{\"content\":%s}}}"
                .formatted(type, index, content);
    }

    private static String readAll(Iterable<V2ChatStreamResponse> stream) {
        List<String> texts = new ArrayList<>();
        stream.forEach(event -> texts.add(CohereProvider.text(event)));
        return String.join("", texts);
    }

    private static V2ChatRequest request(Map<String, ?> more) {
        return Requests.as(V2ChatRequest.class, Requests.with(QUESTION, more));
    }
}
