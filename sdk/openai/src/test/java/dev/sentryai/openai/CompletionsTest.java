package dev.sentryai.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.http.StreamResponse;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionCreateParams;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.providertests.Gap;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionsTest extends OpenAiBench {

    @Test
    void completionIsASpanOfItsOwnKind() {
        bench.recordContent();
        bench.llm().onCompletions().reply(Reply.text("upon a time").withUsage(3, 4));

        client.completions().create(params().maxTokens(16).build());

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.op()).isEqualTo("gen_ai.text_completion");
        assertThat(span.name()).isEqualTo("text_completion gpt-3.5-turbo-instruct");
        assertThat(span.usage().totalOrSum()).contains(7L);
        assertThat(span.sent(GenAiAttributes.REQUEST_MAX_TOKENS).map(Object::toString))
                .contains("16");
        assertThat(span.inputMessages()).containsExactly(Message.user("Once"));
        assertThat(span.outputMessages())
                .containsExactly(Message.assistant("upon a time").withFinishReason("stop"));
    }

    @Test
    void severalPromptsAreSeveralMessages() {
        bench.recordContent();

        client.completions()
                .create(params().promptOfArrayOfStrings(List.of("one", "two")).build());

        assertThat(bench.onlyAiSpan().inputMessages()).containsExactly(Message.user("one"), Message.user("two"));
    }

    @Test
    void streamedCompletionIsPutTogether() {
        bench.leavesOut(Gap.USAGE);
        bench.recordContent();
        bench.llm().onCompletions().reply(Reply.text("").withChunks("upon ", "a ", "time"));

        try (StreamResponse<Completion> chunks = client.completions().createStreaming(params().build())) {
            assertThat(chunks.stream()).isNotEmpty();
        }

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.sent(GenAiAttributes.RESPONSE_STREAMING)).contains(true);
        assertThat(span.outputMessages())
                .containsExactly(Message.assistant("upon a time").withFinishReason("stop"));
    }

    private static CompletionCreateParams.Builder params() {
        return CompletionCreateParams.builder().model("gpt-3.5-turbo-instruct").prompt("Once");
    }
}
