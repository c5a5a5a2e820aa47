package dev.sentryai.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.providertests.Gap;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whole and streamed messages say. */
class ResponseTest extends AnthropicBench {

    @BeforeEach
    void recordContent() {
        bench.recordContent();
    }

    @Test
    void thinkingIsReasoning() {
        bench.answer(Reply.json(message("""
                {"type":"thinking","thinking":"A city on the Rhine","signature":"c2ln"},
                {"type":"redacted_thinking","data":"c2VjcmV0"},
                {"type":"text","text":"Cologne","citations":null}""")));

        client.messages().create(PARAMS);

        assertThat(parts())
                .containsExactly(
                        new Part.Reasoning("A city on the Rhine"),
                        new Part.Reasoning("[Blob substitute]"),
                        new Part.Text("Cologne"));
        assertThat(bench.everythingSent()).doesNotContain("c2ln", "c2VjcmV0");
    }

    @Test
    void toolsThatTheProviderRunsAreServerTools() {
        bench.answer(Reply.json(message("""
                {"type":"server_tool_use","id":"srv_1","name":"web_search","input":{"query":"weather"}},
                {"type":"web_search_tool_result","tool_use_id":"srv_1","content":[
                  {"type":"web_search_result","url":"https://example.com","title":"t","encrypted_content":"c2VjcmV0"}]},
                {"type":"web_search_tool_result","tool_use_id":"srv_2","content":
                  {"type":"web_search_tool_result_error","error_code":"max_uses_exceeded"}}""")));

        client.messages().create(PARAMS);

        assertThat(parts())
                .extracting(Part::toJson)
                .extracting(Object::toString)
                .satisfiesExactly(
                        call -> assertThat(call).contains("server_tool_call", "srv_1", "web_search", "weather"),
                        result -> assertThat(result).contains("server_tool_call_response", "srv_1"),
                        error -> assertThat(error).contains("server_tool_call_response", "max_uses_exceeded"));
        assertThat(bench.everythingSent()).doesNotContain("c2VjcmV0");
    }

    @Test
    void explanationStandsForARefusalWithoutWords() {
        bench.answer(Reply.json("""
                {"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-4-5","content":[],"stop_reason":"refusal",
                 "stop_sequence":null,"stop_details":{"type":"refusal","category":"bio","explanation":"Too dangerous"},
                 "usage":{"input_tokens":5,"output_tokens":3}}"""));

        client.messages().create(PARAMS);

        assertThat(bench.onlyAiSpan().finishReasons()).containsExactly("refusal");
        assertThat(parts()).containsExactly(new Part.Text("Too dangerous"));
    }

    @Test
    void streamedThinkingAndToolCallsArePutTogether() {
        bench.answer(events("""
                {"type":"message_start","message":{"id":"msg_1","model":"claude-sonnet-4-5","content":[],"usage":\
                  {"input_tokens":5,"cache_read_input_tokens":60,"cache_creation_input_tokens":35,"output_tokens":1}}}
                {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}
                {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"The "}}
                {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Rhine"}}
                {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"c2ln"}}
                {"type":"content_block_stop","index":0}
                {"type":"content_block_start","index":1,"content_block":\
                  {"type":"tool_use","id":"call_1","name":"weather","input":{}}}
                {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\\"city\\":"}}
                {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"\\"Cologne\\"}"}}
                {"type":"content_block_stop","index":1}
                {"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":\
                  {"output_tokens":40,"output_tokens_details":{"thinking_tokens":25}}}
                {"type":"message_stop"}"""));

        read();

        SpanRecord span = bench.onlyAiSpan();
        assertThat(parts()).hasSize(2).startsWith(new Part.Reasoning("The Rhine"));
        assertThat(parts().get(1).toJson().toString()).contains("call_1", "weather", "Cologne");
        assertThat(span.finishReasons()).containsExactly("tool_use");
        assertThat(span.usage().input()).isEqualTo(100);
        assertThat(span.usage().cacheRead()).isEqualTo(60);
        assertThat(span.usage().cacheCreation()).isEqualTo(35);
        assertThat(span.usage().output()).isEqualTo(40);
        assertThat(span.usage().reasoning()).isEqualTo(25);
        assertThat(bench.everythingSent()).doesNotContain("c2ln");
    }

    @Test
    void toolCallThatWasCutOffIsTextSoFar() {
        bench.answer(Reply.toolCall("call_1", "weather", "{\"city\":\"Cologne on the Rhine\"}")
                .cutAfterChunks(1));

        Throwable thrown = catchThrowable(this::read);

        assertThat(thrown).isNotNull();
        assertThat(parts())
                .singleElement()
                .isInstanceOfSatisfying(
                        Part.ToolCall.class,
                        call -> assertThat(String.valueOf(call.arguments())).startsWith("{\"city\""));
    }

    @Test
    void usageOfTheLastReportCounts() {
        bench.answer(events("""
                {"type":"message_start","message":{"id":"msg_1","model":"claude-sonnet-4-5","content":[],"usage":\
                  {"input_tokens":5,"output_tokens":1}}}
                {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":\
                  {"input_tokens":7,"cache_read_input_tokens":3,"cache_creation_input_tokens":null,"output_tokens":9}}
                {"type":"message_stop"}"""));

        read();

        assertThat(bench.onlyAiSpan().usage().input()).isEqualTo(10);
        assertThat(bench.onlyAiSpan().usage().output()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"content\":{},\"usage\":[],\"id\":7,\"stop_reason\":{}}", "{\"content\":[null,7,{}]}"})
    void answerOfTheWrongShapeIsNoProblem(String body) {
        bench.leavesOut(Gap.USAGE, Gap.ANSWER_MODEL, Gap.KNOWN_PARTS);
        bench.answer(Reply.json(body));

        client.messages().create(PARAMS);

        assertThat(bench.onlyAiSpan().status()).isEqualTo("ok");
    }

    @Test
    void sparseAnswerIsRecordedAsFarAsItGoes() {
        bench.leavesOut(Gap.USAGE);
        bench.answer(Reply.text("Hello").sparse());

        client.messages().create(PARAMS);

        assertThat(parts()).containsExactly(new Part.Text("Hello"));
        assertThat(bench.onlyAiSpan().usage().isEmpty()).isTrue();
    }

    private void read() {
        try (var events = client.messages().createStreaming(PARAMS)) {
            events.stream().forEach(event -> {});
        }
    }

    private List<Part> parts() {
        return bench.onlyAiSpan().outputMessages().stream()
                .map(Message::parts)
                .flatMap(parts -> Stream.of(parts.toArray(Part[]::new)))
                .toList();
    }

    private static String message(String content) {
        return """
                {"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-4-5","content":[%s],"stop_reason":"end_turn",
                 "stop_sequence":null,"usage":{"input_tokens":5,"output_tokens":7}}""".formatted(content);
    }

    /** Returns a stream with one event per line. */
    private static Reply events(String lines) {
        return Reply.events(lines.split("\n"));
    }
}
