package com.example;

import static dev.sentryai.junit.SentryAiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.RateLimitException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import dev.sentryai.SentryAi;
import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.junit.SentryAiExtension;
import dev.sentryai.openai.SentryOpenAi;
import dev.sentryai.telemetry.rules.Severity;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a user writes: a package of its own, public types only, and the whole way from the client to the assertion. */
@ExtendWith(SentryAiExtension.class)
class PublicApiTest {

    private static final String MODEL = "gpt-4o-mini";

    private FakeLlm llm;
    private OpenAIClient client;

    @BeforeEach
    void connect() {
        llm = FakeLlm.start();
        client = SentryOpenAi.wrap(OpenAIOkHttpClient.builder()
                .baseUrl(llm.openAiUrl())
                .apiKey("test")
                .maxRetries(0)
                .build());
    }

    @AfterEach
    void disconnect() {
        client.close();
        llm.close();
    }

    @Test
    void aCallInsideAnAgentIsRecorded(FakeSentry sentry) {
        llm.onChat().reply(Reply.text("21 degrees").withUsage(14, 5).withCachedTokens(8));

        String answer = SentryAi.invokeAgent("Weather Bot")
                .record(agent -> client.chat().completions().create(question()))
                .choices()
                .get(0)
                .message()
                .content()
                .orElseThrow();

        assertThat(answer).isEqualTo("21 degrees");
        assertThat(sentry).conformsToConventions().hasTotalTokens(19);
        assertThat(sentry).agent("Weather Bot").hasNoParent().hasChildCount(1);
        assertThat(sentry)
                .chat()
                .hasName("chat " + MODEL)
                .hasModel(MODEL)
                .hasProvider("openai")
                .hasAgentName("Weather Bot")
                .hasInputTokens(14)
                .hasCacheReadTokens(8)
                .hasOutputTokens(5)
                .hasFinishReasons("stop")
                .hasInputText("Weather in Paris?")
                .hasOutputText("21 degrees");
    }

    @Test
    void anAsynchronousCallIsRecorded(FakeSentry sentry) {
        llm.onChat().reply(Reply.text("21 degrees").withUsage(14, 5));

        client.async().chat().completions().create(question()).join();

        assertThat(sentry).conformsToConventions();
        assertThat(sentry)
                .chat()
                .hasModel(MODEL)
                .hasInputTokens(14)
                .hasOutputTokens(5)
                .hasOutputText("21 degrees");
    }

    @Test
    void aStreamIsRecordedWhenItEnds(FakeSentry sentry) {
        llm.onChat().reply(Reply.text("21 degrees").withChunks("21", " degrees").withUsage(14, 5));

        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(withUsage())) {
            assertThat(stream.stream()).isNotEmpty();
        }

        assertThat(sentry).conformsToConventions();
        assertThat(sentry)
                .chat()
                .isStreaming()
                .hasModel(MODEL)
                .hasInputTokens(14)
                .hasOutputTokens(5)
                .hasOutputText("21 degrees");
    }

    @Test
    void anAbandonedStreamIsRecordedWithWhatCame(FakeSentry sentry) {
        llm.onChat().reply(Reply.text("21 degrees").withChunks("21", " degrees").withUsage(14, 5));

        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(withUsage())) {
            Iterator<ChatCompletionChunk> chunks = stream.stream().iterator();
            while (!chunks.next().choices().get(0).delta().content().orElse("").equals("21")) {
                // the first chunks may hold the role alone
            }
        }

        assertThat(sentry).conformsToConventions(Severity.ERROR).hasNoErrors();
        assertThat(sentry).chat().hasStatus("ok").hasModel(MODEL).hasOutputText("21");
    }

    @Test
    void aFailureIsRecordedAndReachesTheCallerUnchanged(FakeSentry sentry) {
        llm.onChat().reply(Reply.error(429));

        assertThatThrownBy(() -> client.chat().completions().create(question()))
                .isExactlyInstanceOf(RateLimitException.class);

        assertThat(sentry).conformsToConventions().hasErrorCount(1);
        assertThat(sentry)
                .chat()
                .hasModel(MODEL)
                .hasAttribute("error.type", "rate_limit_exceeded")
                .error();
    }

    private static ChatCompletionCreateParams question() {
        return ChatCompletionCreateParams.builder()
                .model(MODEL)
                .addUserMessage("Weather in Paris?")
                .build();
    }

    private static ChatCompletionCreateParams withUsage() {
        return question().toBuilder()
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
    }
}
