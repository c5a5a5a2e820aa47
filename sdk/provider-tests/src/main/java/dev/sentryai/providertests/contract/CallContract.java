package dev.sentryai.providertests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.SentryAi;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import io.sentry.ISpan;
import io.sentry.Sentry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        bench().answer(Reply.text("Hello"));

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
                .containsEntry(GenAiAttributes.RESPONSE_FINISH_REASONS, "[\"" + names.finished() + "\"]")
                .containsEntry("server.address", "127.0.0.1");
    }

    /** The answer says which model gave it. */
    @Test
    default void answerNamesItsModel() throws Exception {
        bench().needs(Feature.ANSWER_MODELS);
        bench().answer(Reply.text("Hello").withModel("gpt-4o-mini-2024-07-18"));

        bench().inTransaction(() -> ask("Hi"));

        assertThat(bench().onlyAiSpan().sent(GenAiAttributes.RESPONSE_MODEL)).contains("gpt-4o-mini-2024-07-18");
    }

    /** The answer has an id. */
    @Test
    default void answerHasItsId() throws Exception {
        bench().needs(Feature.ANSWER_IDS);
        bench().answer(Reply.text("Hello").withId("answer-1"));

        bench().inTransaction(() -> ask("Hi"));

        assertThat(bench().onlyAiSpan().sent(GenAiAttributes.RESPONSE_ID)).contains("answer-1");
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

    /** Calls at the same time are siblings, each with its own question and answer. */
    @Test
    default void callsAtTheSameTimeKeepApart() throws Exception {
        bench().recordContent();
        bench().answer(IntStream.range(0, 8)
                .mapToObj(i -> Reply.text("answer " + i))
                .toArray(Reply[]::new));
        Map<String, String> answers = new ConcurrentHashMap<>();

        bench().inTransaction(() -> CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(i -> "question " + i)
                        .map(question -> askAsync(question).thenAccept(answer -> answers.put(question, answer)))
                        .toArray(CompletableFuture[]::new))
                .get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));

        List<SpanRecord> spans = bench().telemetry().aiSpans();
        assertThat(spans)
                .extracting(SpanRecord::parentSpanId)
                .hasSize(8)
                .containsOnly(spans.get(0).parentSpanId());
        assertThat(spans.stream()
                        .collect(Collectors.toMap(
                                span -> Texts.of(span.inputMessages()), span -> Texts.of(span.outputMessages()))))
                .isEqualTo(answers);
    }

    /** However often the client repeats a request, it is one call. */
    @Test
    default void repeatedRequestIsOneCall() throws Exception {
        bench().needs(Feature.RETRIES);
        bench().answer(Reply.error(500).withRetryAfter(Duration.ZERO), Reply.text("Hello"));
        Provider<C> provider = bench().provider();
        C retrying = provider.wrap(provider.connect(bench().llm(), 2));

        String answer = bench().inTransaction(() -> provider.ask(retrying, Question.of("Hi")));

        assertThat(answer).isEqualTo("Hello");
        assertThat(bench().llm().requests()).hasSize(2);
        assertThat(bench().onlyAiSpan().status()).isEqualTo("ok");
        assertThat(bench().telemetry().events()).isEmpty();
    }

    /** An asynchronous call is a child of what was active where it was made, wherever it completes. */
    @Test
    default void asynchronousCallHasTheParentOfItsCaller() throws Exception {
        bench().answer(Reply.text("Hello"));

        String answer =
                bench().inTransaction(() -> askAsync("Hi").get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));

        Telemetry telemetry = bench().telemetry();
        assertThat(answer).isEqualTo("Hello");
        assertThat(telemetry.parentOf(bench().onlyAiSpan()))
                .hasValueSatisfying(parent -> assertThat(parent.name()).isEqualTo("POST /ask"));
    }

    /** What follows an asynchronous call runs where the caller was, when the call is over. */
    @Test
    default void continuationSeesTheCallersSpan() throws Exception {
        bench().needs(Feature.FUTURES);
        CompletableFuture<Void> gate = new CompletableFuture<>();
        bench().answer(Reply.text("Hello").holdAfterChunks(0, gate));

        ISpan[] seen = new ISpan[2];
        bench().inTransaction(() -> {
            seen[0] = Sentry.getSpan();
            CompletableFuture<Void> done = askAsync("Hi").thenAccept(answer -> seen[1] = Sentry.getSpan());
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

    private CompletableFuture<String> askAsync(String text) {
        return bench().provider().askAsync(bench().client(), Question.of(text));
    }
}
