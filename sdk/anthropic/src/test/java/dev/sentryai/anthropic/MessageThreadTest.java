package dev.sentryai.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.beta.messages.BetaMessage;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.telemetry.SpanRecord;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Threads of messages ask the model by themselves. The oldest library that we support has none, so nothing of them is named here but by
 * text.
 */
class MessageThreadTest extends AnthropicBench {

    private static final String PARAMS_TYPE = "com.anthropic.models.beta.messages.ThreadCreateParams";

    @BeforeEach
    void needsThreads() {
        assumeTrue(Arrays.stream(client.beta().messages().getClass().getMethods())
                .anyMatch(method -> method.getName().equals("thread")));
    }

    @Test
    void eachMessageThatIsSentIsACall() throws Exception {
        bench.answer(Reply.text("Rain").withUsage(4, 2), Reply.text("Sun").withUsage(9, 3));
        Object thread = thread(client.beta().messages());

        List<Object> answers = bench.inTransaction(
                () -> List.of(call(thread, "send", "Weather?"), call(thread, "send", "And tomorrow?")));

        assertThat(answers).hasOnlyElementsOfType(BetaMessage.class);
        assertThat(bench.llm().requests()).hasSize(2);
        assertThat(bench.telemetry().aiSpans())
                .extracting(SpanRecord::name, span -> span.usage().output())
                .containsExactly(tuple("chat claude-sonnet-4-5", 2L), tuple("chat claude-sonnet-4-5", 3L));
    }

    @Test
    void whatAThreadStreamsIsACall() throws Exception {
        bench.answer(Reply.text("It rains").withUsage(4, 2));
        Object thread = thread(client.beta().messages());

        bench.inTransaction(() -> {
            try (StreamResponse<?> answer = (StreamResponse<?>) call(thread, "sendStreaming", "Weather?")) {
                return answer.stream().count();
            }
        });

        assertThat(bench.onlyAiSpan().usage().output()).isEqualTo(2);
    }

    @Test
    void messagesThatAreSentWithoutWaitingAreCalls() throws Exception {
        bench.answer(Reply.text("Rain").withUsage(4, 2));
        Object thread = thread(client.async().beta().messages());

        bench.inTransaction(() -> get((CompletableFuture<?>) call(thread, "send", "Weather?")));

        assertThat(bench.onlyAiSpan().usage().output()).isEqualTo(2);
    }

    @Test
    void whatAThreadStreamsWithoutWaitingIsACall() throws Exception {
        bench.answer(Reply.text("It rains").withUsage(4, 2));
        Object thread = thread(client.async().beta().messages());

        bench.inTransaction(() -> {
            AsyncStreamResponse<?> answer = (AsyncStreamResponse<?>) call(thread, "sendStreaming", "Weather?");
            answer.subscribe(chunk -> {});
            return get(answer.onCompleteFuture());
        });

        assertThat(bench.onlyAiSpan().usage().output()).isEqualTo(2);
    }

    private static Object thread(Object service) throws Exception {
        Object builder = Class.forName(PARAMS_TYPE).getMethod("builder").invoke(null);
        call(call(builder, "model", "claude-sonnet-4-5"), "maxTokens", 1000L);
        return call(service, "thread", call(builder, "build"));
    }

    /** Calls a public method that takes such arguments. */
    private static Object call(Object target, String name, Object... arguments) throws Exception {
        Method method = Arrays.stream(target.getClass().getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .filter(candidate -> takes(candidate.getParameterTypes(), arguments))
                .findFirst()
                .orElseThrow();
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name + " failed", e.getCause());
        }
    }

    private static boolean takes(Class<?>[] types, Object... arguments) {
        return types.length == arguments.length
                && IntStream.range(0, types.length)
                        .allMatch(i -> types[i].isInstance(arguments[i])
                                || (types[i] == long.class && arguments[i] instanceof Long));
    }
}
