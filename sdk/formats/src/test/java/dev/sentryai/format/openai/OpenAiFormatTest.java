package dev.sentryai.format.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.format.FormatTest;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiFormatTest extends FormatTest {

    private static final String ASKED = """
            {"model":"gpt-test","messages":[{"role":"user","content":"Weather?"}]}""";

    @Test
    void chatRequestIsRead() {
        SpanRecord span = whole(OpenAiFormat.CHAT_COMPLETIONS, """
                {"model":"gpt-test","temperature":0.5,"top_p":0.25,"max_completion_tokens":100,"seed":7,"stop":"END",
                 "frequency_penalty":0.5,"presence_penalty":-0.5,"reasoning_effort":"low",
                 "tools":[{"type":"function","function":{"name":"weather","description":"Tells it","parameters":{"type":"object"}}}],
                 "messages":[
                   {"role":"system","content":"Be brief"},
                   {"role":"user","content":[{"type":"text","text":"Weather here?"},
                     {"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]},
                   {"role":"assistant","tool_calls":[{"id":"call_1","type":"function",
                     "function":{"name":"weather","arguments":"{\\"city\\":\\"Cologne\\"}"}}]},
                   {"role":"tool","tool_call_id":"call_1","content":"Rain"}]}""", "{}");

        assertThat(span.op()).isEqualTo("gen_ai.chat");
        assertThat(span.name()).isEqualTo("chat gpt-test");
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.REQUEST_TEMPERATURE, 0.5)
                .containsEntry(GenAiAttributes.REQUEST_TOP_P, 0.25)
                .containsEntry(GenAiAttributes.REQUEST_FREQUENCY_PENALTY, 0.5)
                .containsEntry(GenAiAttributes.REQUEST_PRESENCE_PENALTY, -0.5)
                .containsEntry(GenAiAttributes.REQUEST_SEED, "7")
                .containsEntry(GenAiAttributes.REQUEST_STOP_SEQUENCES, List.of("END"))
                .containsEntry(GenAiAttributes.REQUEST_REASONING_LEVEL, "low");
        assertThat(span.integer(GenAiAttributes.REQUEST_MAX_TOKENS)).contains(100L);
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"));
        assertThat(span.toolDefinitions())
                .containsExactly(ToolDefinition.function("weather", "Tells it", Map.of("type", "object")));
        assertThat(span.inputMessages()).extracting(Message::role).containsExactly("user", "assistant", "tool");
        assertThat(span.inputMessages().get(0).parts())
                .containsExactly(new Part.Text("Weather here?"), new Part.Blob("image", "image/png"));
        assertThat(span.inputMessages().get(2).parts()).containsExactly(new Part.ToolCallResponse("call_1", "Rain"));
    }

    @Test
    void chatAnswerIsRead() {
        SpanRecord span = whole(OpenAiFormat.CHAT_COMPLETIONS, ASKED, """
                {"id":"chatcmpl-1","model":"gpt-test-0613","choices":[
                  {"index":0,"finish_reason":"stop","message":{"role":"assistant","reasoning_content":"Hm","content":"Rain"}},
                  {"index":1,"finish_reason":"length","message":{"role":"assistant","content":"Su"}}],
                 "usage":{"prompt_tokens":100,"completion_tokens":30,"total_tokens":130,
                   "prompt_tokens_details":{"cached_tokens":60},"completion_tokens_details":{"reasoning_tokens":20}}}""");

        assertThat(span.sent(GenAiAttributes.RESPONSE_ID)).contains("chatcmpl-1");
        assertThat(span.responseModel()).contains("gpt-test-0613");
        assertThat(span.finishReasons()).containsExactly("stop", "length");
        assertThat(span.usage())
                .isEqualTo(TokenUsage.builder()
                        .input(100)
                        .output(30)
                        .cacheRead(60)
                        .reasoning(20)
                        .total(130)
                        .build());
        assertThat(span.outputMessages().get(0).parts())
                .containsExactly(new Part.Reasoning("Hm"), new Part.Text("Rain"));
    }

    @Test
    void streamedChatIsPutTogether() {
        SpanRecord span = streamed(OpenAiFormat.CHAT_COMPLETIONS, ASKED, """
                {"id":"chatcmpl-1","model":"gpt-test-0613","choices":[{"index":0,"delta":{"role":"assistant","content":"Ra"}}]}""", """
                {"id":"","choices":[{"index":0,"delta":{"content":"in","tool_calls":[{"index":0,"id":"call_1",
                  "function":{"name":"weather","arguments":"{\\"city\\":"}}]}}]}""", """
                {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\\"Bonn\\"}"}}]}}]}""", """
                {"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}""", """
                {"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":3}}""");

        assertThat(span.sent(GenAiAttributes.RESPONSE_ID)).contains("chatcmpl-1");
        assertThat(span.finishReasons()).containsExactly("tool_calls");
        assertThat(span.usage())
                .isEqualTo(TokenUsage.builder().input(12).output(3).total(15).build());
        assertThat(span.outputMessages().get(0).parts())
                .containsExactly(new Part.Text("Rain"), new Part.ToolCall("call_1", "weather", Map.of("city", "Bonn")));
    }

    @Test
    void responsesAreRead() {
        SpanRecord span = whole(OpenAiFormat.RESPONSES, """
                {"model":"gpt-test","instructions":"Be brief","input":"Weather?","max_output_tokens":50,
                 "conversation":{"id":"conv_1"},"reasoning":{"effort":"high"}}""", """
                {"id":"resp_1","model":"gpt-test-0613","status":"completed","output":[
                  {"type":"reasoning","summary":[{"type":"summary_text","text":"Hm"}]},
                  {"type":"message","role":"assistant","content":[{"type":"output_text","text":"Rain"}]},
                  {"type":"web_search_call","status":"completed"}],
                 "usage":{"input_tokens":10,"output_tokens":5,"output_tokens_details":{"reasoning_tokens":2}}}""");

        assertThat(span.conversationId()).contains("conv_1");
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"));
        assertThat(span.inputMessages()).containsExactly(Message.user("Weather?"));
        assertThat(span.finishReasons()).containsExactly("completed");
        assertThat(span.usage().reasoning()).isEqualTo(2);
        assertThat(span.outputMessages().get(0).parts())
                .startsWith(new Part.Reasoning("Hm"), new Part.Text("Rain"))
                .hasSize(3);
    }

    @Test
    void streamedResponseThatBreaksOffIsPutTogether() {
        SpanRecord span = streamed(OpenAiFormat.RESPONSES, """
                {"model":"gpt-test","input":"Weather?"}""", """
                {"type":"response.created","response":{"id":"resp_1","model":"gpt-test-0613","status":"in_progress"}}""", """
                {"type":"response.output_text.delta","output_index":0,"delta":"Ra"}""", """
                {"type":"response.output_text.delta","output_index":0,"delta":"in"}""");

        assertThat(span.sent(GenAiAttributes.RESPONSE_ID)).contains("resp_1");
        assertThat(span.finishReasons()).isEmpty();
        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text("Rain"));
    }

    @Test
    void completionsAreRead() {
        SpanRecord span = whole(OpenAiFormat.COMPLETIONS, """
                {"model":"gpt-test","prompt":["Once","Twice"]}""", """
                {"id":"cmpl-1","model":"gpt-test","choices":[{"index":0,"text":" upon a time","finish_reason":"length"}]}""");

        assertThat(span.op()).isEqualTo("gen_ai.text_completion");
        assertThat(span.inputMessages()).containsExactly(Message.user("Once"), Message.user("Twice"));
        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text(" upon a time"));
    }

    @Test
    void embeddingsAreRead() {
        SpanRecord span = whole(OpenAiFormat.EMBEDDINGS, """
                {"model":"embed-test","input":["a","b"]}""", """
                {"model":"embed-test","data":[{"embedding":[0.1]}],"usage":{"prompt_tokens":2,"total_tokens":2}}""");

        assertThat(span.op()).isEqualTo("gen_ai.embeddings");
        assertThat(span.sent(GenAiAttributes.EMBEDDINGS_INPUT)).contains("[\"a\",\"b\"]");
        assertThat(span.usage().input()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'error':{'message':'Slow down','type':'requests','code':'rate_limit_exceeded'}} | rate_limit_exceeded",
                "{'error':{'message':'No','type':'invalid_request_error','code':null}} | invalid_request_error",
                "{'error':{'message':'No','code':429}} |",
                "{'error':'No'} |",
                "{'type':'error','code':'server_error','message':'No'} | server_error",
                "{'type':'response.failed','response':{'error':{'code':'server_error'}}} | server_error",
                "{'id':'resp_1','error':null} |",
                "[] |"
            },
            quoteCharacter = '"')
    void errorsAreNamed(String body, String type) {
        assertThat(OpenAiFormat.RESPONSES.errorType().apply(json(body.replace('\'', '"'))))
                .isEqualTo(type);
    }
}
