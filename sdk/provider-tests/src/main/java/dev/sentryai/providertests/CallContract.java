package dev.sentryai.providertests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.SentryAi;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import io.sentry.ISpan;
import io.sentry.Sentry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Calls that succeed.
 *
 * @param <C> the type of the provider's client
 */
public interface CallContract<C> extends Benched<C> {

    /** A call says who was asked for what and who answered. */
    @Test
    default void callSaysWhoWasAskedAndWhoAnswered() throws Exception {
        bench().answer(Reply.text("Hello").withModel("test-model-2026").withId("answer-1"));

        String answer = bench().inTransaction(() -> ask("Hi"));

        SpanRecord span = bench().onlyAiSpan();
        Provider.Names names = bench().provider().names();
        assertThat(answer).isEqualTo("Hello");
        assertThat(span.op()).isEqualTo(names.op());
        assertThat(span.name()).isEqualTo(names.operationName() + ' ' + Question.MODEL);
        assertThat(span.origin()).isEqualTo(names.origin());
        assertThat(span.status()).isEqualTo("ok");
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.OPERATION_NAME, names.operationName())
                .containsEntry(GenAiAttributes.PROVIDER_NAME, names.provider())
                .containsEntry(GenAiAttributes.REQUEST_MODEL, Question.MODEL)
                .containsEntry(GenAiAttributes.RESPONSE_MODEL, "test-model-2026")
                .containsEntry(GenAiAttributes.RESPONSE_FINISH_REASONS, "[\"" + names.finished() + "\"]")
                .containsEntry("server.address", "127.0.0.1");
    }

    /** A call is a child of what is active where it is made. */
    @Test
    default void callIsAChildOfTheActiveSpan() throws Exception {
        bench().inTransaction(() -> ask("Hi"));

        Telemetry telemetry = bench().telemetry();
        assertThat(telemetry.parentOf(bench().onlyAiSpan()))
                .hasValueSatisfying(parent -> assertThat(parent.name()).isEqualTo("POST /ask"));
    }

    /** Calls one after the other are siblings. */
    @Test
    default void callsOneAfterTheOtherAreSiblings() throws Exception {
        bench().inTransaction(() -> ask("Hi") + ask("Hi again"));

        List<SpanRecord> spans = bench().telemetry().aiSpans();
        assertThat(spans).hasSize(2);
        assertThat(spans.get(0).parentSpanId()).isEqualTo(spans.get(1).parentSpanId());
    }

    /** A call outside of a transaction is one itself. */
    @Test
    default void callWithoutATransactionBecomesOne() {
        ask("Hi");

        SpanRecord span = bench().onlyAiSpan();
        assertThat(span.segment()).isTrue();
        assertThat(span.parentSpanId()).isNull();
    }

    /** All token counts are kept, as parts of input and output. */
    @Test
    default void tokensAreCounted() throws Exception {
        bench().answer(Reply.text("Hello")
                .withUsage(100, 40)
                .withCachedTokens(64)
                .withReasoningTokens(25));

        bench().inTransaction(() -> ask("Hi"));

        TokenUsage usage = bench().onlyAiSpan().usage();
        assertThat(usage.input()).isEqualTo(100);
        assertThat(usage.output()).isEqualTo(40);
        assertThat(usage.cacheRead()).isEqualTo(64);
        assertThat(usage.reasoning()).isEqualTo(25);
        assertThat(usage.totalOrSum()).contains(140L);
    }

    /** An asynchronous call is a child of what was active where it was made, wherever it completes. */
    @Test
    default void asynchronousCallHasTheParentOfItsCaller() throws Exception {
        bench().answer(Reply.text("Hello"));

        String answer = bench().inTransaction(() -> bench().provider()
                .askAsync(bench().client(), Question.of("Hi"))
                .get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));

        Telemetry telemetry = bench().telemetry();
        assertThat(answer).isEqualTo("Hello");
        assertThat(telemetry.parentOf(bench().onlyAiSpan()))
                .hasValueSatisfying(parent -> assertThat(parent.name()).isEqualTo("POST /ask"));
    }

    /** What follows an asynchronous call runs where the caller was, when the call is over. */
    @Test
    default void continuationSeesTheCallersSpan() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        bench().answer(Reply.text("Hello").holdAfterChunks(0, gate));

        ISpan[] seen = new ISpan[2];
        bench().inTransaction(() -> {
            seen[0] = Sentry.getSpan();
            CompletableFuture<Void> done = bench().provider()
                    .askAsync(bench().client(), Question.of("Hi"))
                    .thenAccept(answer -> seen[1] = Sentry.getSpan());
            gate.complete(null);
            return done.get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        });

        assertThat(seen[1]).isNotNull().isSameAs(seen[0]);
    }

    /** Inside an agent a call is the agent's child and knows its name. */
    @Test
    default void callInsideAnAgentKnowsTheAgent() throws Exception {
        bench().inTransaction(() -> SentryAi.invokeAgent("planner").record(agent -> ask("Hi")));

        Telemetry telemetry = bench().telemetry();
        SpanRecord call = telemetry.aiSpans().stream()
                .filter(span -> bench().provider().names().op().equals(span.op()))
                .findFirst()
                .orElseThrow();
        assertThat(call.sent(GenAiAttributes.AGENT_NAME)).contains("planner");
        assertThat(telemetry.parentOf(call))
                .hasValueSatisfying(parent -> assertThat(parent.name()).isEqualTo("invoke_agent planner"));
    }

    private String ask(String text) {
        return bench().provider().ask(bench().client(), Question.of(text));
    }
}
