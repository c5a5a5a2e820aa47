package dev.sentryai.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Question;
import dev.sentryai.telemetry.SpanRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What servers that speak OpenAI's protocol have of their own: fields beside it, and fields that they leave out. */
class CompatibleServersTest extends OpenAiBench {

    private static final ChatCompletionCreateParams PARAMS = ChatProvider.params(Question.of("What is 6 times 7?"));

    @BeforeEach
    void recordContent() {
        bench.recordContent();
    }

    @Test
    void deepSeekTellsItsCacheBesideTheInput() {
        SpanRecord span = answered("""
                {"id":"d1","object":"chat.completion","created":1,"model":"deepseek-reasoner","choices":[{"index":0,
                 "finish_reason":"stop","message":{"role":"assistant","reasoning_content":"Six sevens.","content":"42"}}],
                 "usage":{"prompt_tokens":100,"completion_tokens":30,"total_tokens":130,"prompt_cache_hit_tokens":64,
                  "prompt_cache_miss_tokens":36,"completion_tokens_details":{"reasoning_tokens":20}}}""");

        assertThat(span.usage())
                .isEqualTo(usage(100, 30).cacheRead(64).reasoning(20).build());
        saysAndThinks(span, "42", "Six sevens.");
    }

    @Test
    void deepSeekStreamsThoughtsBeforeTheAnswer() {
        SpanRecord span = streamed("""
                {"id":"d1","object":"chat.completion.chunk","created":1,"model":"deepseek-reasoner","choices":[{"index":0,
                 "delta":{"role":"assistant","content":null,"reasoning_content":"Six "},"finish_reason":null}]}""", """
                {"id":"d1","object":"chat.completion.chunk","created":1,"model":"deepseek-reasoner","choices":[{"index":0,
                 "delta":{"content":null,"reasoning_content":"sevens."},"finish_reason":null}]}""", """
                {"id":"d1","object":"chat.completion.chunk","created":1,"model":"deepseek-reasoner","choices":[{"index":0,
                 "delta":{"content":"42","reasoning_content":null},"finish_reason":"stop"}],
                 "usage":{"prompt_tokens":10,"completion_tokens":3,"total_tokens":13,"prompt_cache_hit_tokens":0}}""");

        assertThat(span.usage()).isEqualTo(usage(10, 3).cacheRead(0).build());
        saysAndThinks(span, "42", "Six sevens.");
    }

    @Test
    void mistralThinksInPartsOfTheContent() {
        SpanRecord span = answered("""
                {"id":"m1","object":"chat.completion","created":1,"model":"magistral-medium-latest","choices":[{"index":0,
                 "finish_reason":"stop","message":{"role":"assistant","content":[
                  {"type":"thinking","thinking":[{"type":"text","text":"Six "},{"type":"text","text":"sevens."}]},
                  {"type":"text","text":"42"}]}}],
                 "usage":{"prompt_tokens":10,"completion_tokens":3,"total_tokens":13}}""");

        saysAndThinks(span, "42", "Six sevens.");
    }

    @Test
    void mistralStreamsPartsOfTheContent() {
        SpanRecord span = streamed("""
                {"id":"m1","object":"chat.completion.chunk","created":1,"model":"magistral-medium-latest","choices":[{"index":0,
                 "delta":{"role":"assistant","content":[{"type":"thinking","thinking":[{"type":"text","text":"Six "}]}]},
                 "finish_reason":null}]}""", """
                {"id":"m1","object":"chat.completion.chunk","created":1,"model":"magistral-medium-latest","choices":[{"index":0,
                 "delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"sevens."}]},
                 {"type":"text","text":"4"}]},"finish_reason":null}]}""", """
                {"id":"m1","object":"chat.completion.chunk","created":1,"model":"magistral-medium-latest","choices":[{"index":0,
                 "delta":{"content":"2"},"finish_reason":"stop"}],
                 "usage":{"prompt_tokens":10,"completion_tokens":3,"total_tokens":13}}""");

        assertThat(span.usage()).isEqualTo(usage(10, 3).build());
        saysAndThinks(span, "42", "Six sevens.");
    }

    @Test
    void groqTellsTheUsageOfStreamsUnasked() {
        SpanRecord span = streamed("""
                {"id":"g1","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini","choices":[{"index":0,
                 "delta":{"role":"assistant","reasoning":"Six sevens."},"finish_reason":null}],"x_groq":{"id":"req_1"}}""", """
                {"id":"g1","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini","choices":[{"index":0,
                 "delta":{"content":"42"},"finish_reason":"stop"}],"x_groq":{"id":"req_1","usage":{"queue_time":0.1,
                 "prompt_tokens":10,"completion_tokens":8,"total_tokens":18,"completion_tokens_details":{"reasoning_tokens":5}}}}""");

        assertThat(span.usage()).isEqualTo(usage(10, 8).reasoning(5).build());
        saysAndThinks(span, "42", "Six sevens.");
    }

    @Test
    void openRouterTellsCostsAndThoughts() {
        SpanRecord span = answered("""
                {"id":"gen-1","provider":"Anthropic","object":"chat.completion","created":1,"model":"claude-sonnet-4-5",
                 "choices":[{"index":0,"finish_reason":"stop","native_finish_reason":"end_turn","message":{"role":"assistant",
                 "content":"42","refusal":null,"reasoning":"Six sevens.","reasoning_details":[{"type":"reasoning.text",
                 "text":"Six sevens.","signature":"c2ln","format":"anthropic-claude-v1","index":0}]}}],
                 "usage":{"prompt_tokens":10,"completion_tokens":8,"total_tokens":18,"cost":0.00015,"is_byok":false,
                  "prompt_tokens_details":{"cached_tokens":4},"cost_details":{"upstream_inference_cost":null},
                  "completion_tokens_details":{"reasoning_tokens":5}}}""");

        assertThat(span.usage())
                .isEqualTo(usage(10, 8).cacheRead(4).reasoning(5).build());
        assertThat(span.finishReasons()).containsExactly("stop");
        saysAndThinks(span, "42", "Six sevens.");
    }

    @Test
    void thoughtsByTwoNamesAreRecordedOnce() {
        SpanRecord span = answered("""
                {"id":"v1","object":"chat.completion","created":1,"model":"gpt-4o-mini","choices":[{"index":0,
                 "finish_reason":"stop","message":{"role":"assistant","reasoning_content":"Six sevens.",
                 "reasoning":"Six sevens.","content":"42"}}],
                 "usage":{"prompt_tokens":10,"completion_tokens":3,"total_tokens":13}}""");

        saysAndThinks(span, "42", "Six sevens.");
    }

    @Test
    void reasoningThatXaiCountsApartIsOutput() {
        SpanRecord span = answered("""
                {"id":"x1","object":"chat.completion","created":1,"model":"grok-4.20-0309-reasoning","choices":[{"index":0,
                 "finish_reason":"stop","message":{"role":"assistant","content":"42","refusal":null}}],
                 "usage":{"prompt_tokens":32,"completion_tokens":9,"total_tokens":135,
                  "prompt_tokens_details":{"text_tokens":32,"cached_tokens":6},
                  "completion_tokens_details":{"reasoning_tokens":94},"num_sources_used":0}}""");

        assertThat(span.usage())
                .isEqualTo(usage(32, 103).cacheRead(6).reasoning(94).build());
    }

    @Test
    void ollamaLeavesOutWhatItDoesNotKnow() {
        SpanRecord span = answered("""
                {"model":"gpt-4o-mini","choices":[{"message":{"role":"assistant","content":"","reasoning":"Six sevens.",
                 "tool_calls":[{"index":0,"type":"function","function":{"name":"answer","arguments":"{}"}}]},
                 "finish_reason":"tool_calls"}],
                 "usage":{"prompt_tokens":10,"completion_tokens":3,"total_tokens":13}}""");

        assertThat(span.usage()).isEqualTo(usage(10, 3).build());
        assertThat(span.outputMessages().get(0).parts())
                .filteredOn(Part.ToolCall.class::isInstance)
                .hasSize(1);
        bench.leavesOut(Gap.TOOL_CALL_IDS);
    }

    @Test
    void perplexityCitesItsSources() {
        SpanRecord span = answered("""
                {"id":"p1","model":"sonar-pro","created":1,"object":"chat.completion","citations":["https://example.com/42"],
                 "search_results":[{"title":"42","url":"https://example.com/42"}],"choices":[{"index":0,"finish_reason":"stop",
                 "message":{"role":"assistant","content":"42[1]"},"delta":{"role":"assistant","content":""}}],
                 "usage":{"prompt_tokens":10,"completion_tokens":3,"total_tokens":13,"search_context_size":"low"}}""");

        assertThat(span.usage()).isEqualTo(usage(10, 3).build());
        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text("42[1]"));
    }

    @Test
    void azureStreamsWhatItsFilterFoundWithoutChoices() {
        SpanRecord span = streamed("""
                {"choices":[],"created":0,"id":"","model":"","object":"","prompt_filter_results":[{"prompt_index":0,
                 "content_filter_results":{"hate":{"filtered":false,"severity":"safe"}}}]}""", """
                {"id":"a1","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini-2024-07-18","choices":[{"index":0,
                 "content_filter_results":{},"delta":{"role":"assistant","content":"42"},"finish_reason":null}]}""", """
                {"id":"a1","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini-2024-07-18","choices":[{"index":0,
                 "delta":{},"finish_reason":"stop"}]}""", """
                {"choices":[{"content_filter_offsets":{"check_offset":1},"content_filter_results":{},"finish_reason":null,
                 "index":0}],"created":0,"id":"","model":"","object":""}""", """
                {"id":"a1","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini-2024-07-18","choices":[],
                 "usage":{"prompt_tokens":10,"completion_tokens":3,"total_tokens":13}}""");

        assertThat(span.responseModel()).contains("gpt-4o-mini-2024-07-18");
        assertThat(span.finishReasons()).containsExactly("stop");
        assertThat(span.usage()).isEqualTo(usage(10, 3).build());
        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text("42"));
    }

    private SpanRecord answered(String json) {
        bench.answer(Reply.json(json));
        client.chat().completions().create(PARAMS);
        return bench.onlyAiSpan();
    }

    private SpanRecord streamed(String... chunks) {
        String[] events = new String[chunks.length + 1];
        for (int i = 0; i < chunks.length; i++) {
            events[i] = chunks[i].replace("\n", "");
        }
        events[chunks.length] = "[DONE]";
        bench.answer(Reply.events(events));
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(PARAMS)) {
            assertThat(stream.stream()).hasSize(chunks.length);
        }
        return bench.onlyAiSpan();
    }

    private static void saysAndThinks(SpanRecord span, String text, String thought) {
        assertThat(span.outputMessages().get(0).parts())
                .containsExactly(new Part.Reasoning(thought), new Part.Text(text));
    }

    private static TokenUsage.Builder usage(long input, long output) {
        return TokenUsage.builder().input(input).output(output).total(input + output);
    }
}
