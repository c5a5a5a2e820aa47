package dev.sentryai.providertests.contract;

import static dev.sentryai.providertests.contract.RecordingContract.CANARY_BINARY;
import static dev.sentryai.providertests.contract.RecordingContract.CANARY_IN;
import static dev.sentryai.providertests.contract.RecordingContract.CANARY_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sentryai.SentryAi;
import dev.sentryai.TrackOptions;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Question;
import dev.sentryai.providertests.ToolUse;
import io.sentry.Sentry;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With content off, not a byte of it leaves the process, whichever way a call ends: not in a span, not in an error, not in
 * a breadcrumb, not in a line of the SDK's log.
 *
 * @param <C> the type of the provider's client
 */
public interface SilenceContract<C> extends Benched<C> {

    /** What a provider says when it refuses a request, quoting what was asked. */
    String QUOTING = "Invalid request: '" + CANARY_IN + "' is not allowed";

    /** A whole answer, with everything that a conversation can have in it. */
    @Test
    default void nothingIsToldOfACall() throws Exception {
        SdkLog log = listen();
        bench().answer(everything());

        bench().inTransaction(() -> bench().provider().ask(bench().client(), question()));

        assertSilence(log, 1, 0);
    }

    /** An answer that somebody else waits for. */
    @Test
    default void nothingIsToldOfAnAsynchronousCall() throws Exception {
        SdkLog log = listen();
        bench().answer(everything());

        bench().inTransaction(() -> bench().provider()
                .askAsync(bench().client(), question())
                .get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));

        assertSilence(log, 1, 0);
    }

    /** An answer in chunks, read to the end. */
    @Test
    default void nothingIsToldOfAStream() throws Exception {
        SdkLog log = listen();
        bench().answer(everything());

        bench().inTransaction(() -> {
            try (AnswerStream answer = stream()) {
                return answer.readAll();
            }
        });

        assertSilence(log, 1, 0);
    }

    /** A text to embed. */
    @Test
    default void nothingIsToldOfATextToEmbed() throws Exception {
        bench().leavesOut(Gap.USAGE, Gap.ANSWER_MODEL);
        SdkLog log = listen();

        boolean embeds = bench().inTransaction(() -> bench().provider().embed(bench().client(), CANARY_IN));

        assertSilence(log, embeds ? 1 : 0, 0);
    }

    /** An error that quotes the question. */
    @ParameterizedTest
    @ValueSource(ints = {400, 429, 500})
    default void nothingIsToldByAnError(int status) throws Exception {
        SdkLog log = listen();
        bench().answer(Reply.error(status).withMessage(QUOTING));

        bench().inTransaction(() -> catchThrowable(() -> bench().provider().ask(bench().client(), question())));

        assertSilence(log, 1, bench().eventsOfAnError());
    }

    /** An error that quotes the question to somebody else who waits. */
    @Test
    default void nothingIsToldByAnErrorOfAnAsynchronousCall() throws Exception {
        SdkLog log = listen();
        bench().answer(Reply.error(400).withMessage(QUOTING));

        bench().inTransaction(() -> catchThrowable(() -> bench().provider()
                .askAsync(bench().client(), question())
                .get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)));

        assertSilence(log, 1, bench().eventsOfAnError());
    }

    /** An error that quotes the question before a stream begins. */
    @Test
    default void nothingIsToldByAnErrorBeforeAStream() throws Exception {
        SdkLog log = listen();
        bench().answer(Reply.error(400).withMessage(QUOTING));

        bench().inTransaction(() -> catchThrowable(() -> {
            try (AnswerStream answer = stream()) {
                answer.readAll();
            }
        }));

        assertSilence(log, 1, bench().eventsOfAnError());
    }

    /** An error that quotes the question in a trace of which nothing else is sent. */
    @Test
    default void nothingIsToldByAnErrorOfAnUnsampledTrace() throws Exception {
        SdkLog log = listenUnsampled();
        bench().answer(Reply.error(400).withMessage(QUOTING));

        bench().inTransaction(() -> catchThrowable(() -> bench().provider().ask(bench().client(), question())));

        assertSilence(log, 0, bench().eventsOfAnError());
    }

    /** An error of the application that quotes an answer in such a trace. */
    @Test
    default void nothingIsToldByAQuotedAnswerOfAnUnsampledTrace() throws Exception {
        assertQuotedInSilence(() -> bench().provider().ask(bench().client(), question()));
    }

    /** An error of the application that quotes an answer which it waited for, in such a trace. */
    @Test
    default void nothingIsToldByAQuotedAsynchronousAnswerOfAnUnsampledTrace() throws Exception {
        assertQuotedInSilence(() -> bench().provider()
                .askAsync(bench().client(), question())
                .get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** An error of the application that quotes what came in chunks, in such a trace. */
    @Test
    default void nothingIsToldByAQuotedStreamOfAnUnsampledTrace() throws Exception {
        assertQuotedInSilence(() -> {
            try (AnswerStream answer = stream()) {
                return answer.readAll();
            }
        });
    }

    private void assertQuotedInSilence(Callable<String> call) throws Exception {
        bench().needs(Feature.ANSWERS_AS_OBJECTS);
        SdkLog log = listenUnsampled();
        bench().answer(Reply.text(CANARY_OUT));

        TrackOptions work = TrackOptions.of("work");
        Throwable thrown = bench().inTransaction(() -> catchThrowable(() -> SentryAi.track(work, () -> {
            throw new IllegalStateException("Can not work with: " + call.call());
        })));

        assertThat(thrown).hasMessage("Can not work with: " + CANARY_OUT);
        assertSilence(log, 0, 1);
    }

    /** A connection that breaks in the middle of an answer. */
    @Test
    default void nothingIsToldOfAStreamThatBreaks() throws Exception {
        bench().needs(Feature.STREAM_FAILURES);
        SdkLog log = listen();
        bench().answer(Reply.text("ignored")
                .withChunks("one ", CANARY_OUT, "three")
                .cutAfterChunks(2));

        bench().inTransaction(() -> catchThrowable(() -> {
            try (AnswerStream answer = stream()) {
                answer.readAll();
            }
        }));

        assertSilence(log, 1, 1);
    }

    /** A stream that is closed before its end. */
    @Test
    default void nothingIsToldOfAStreamThatIsClosedEarly() throws Exception {
        bench().leavesOut(Gap.USAGE);
        SdkLog log = listen();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        bench().answer(Reply.text("ignored")
                .withChunks(CANARY_OUT, "two ", "three")
                .holdAfterChunks(2, gate));

        bench().inTransaction(() -> {
            try (AnswerStream answer = stream()) {
                readUntilCanary(answer);
            }
            return null;
        });
        gate.complete(null);

        assertSilence(log, 1, 0);
    }

    /** A stream that nobody can reach any more. */
    @Test
    default void nothingIsToldOfAStreamThatIsAbandoned() throws Exception {
        bench().leavesOut(Gap.USAGE);
        bench().needs(Feature.ABANDONED_STREAMS);
        SdkLog log = listen();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        bench().answer(Reply.text("ignored")
                .withChunks(CANARY_OUT, "two ", "three")
                .holdAfterChunks(2, gate));

        bench().inTransaction(() -> {
            readUntilCanary(stream());
            return null;
        });
        Abandonment.await(bench());
        gate.complete(null);

        assertSilence(log, 1, 0);
    }

    private static void readUntilCanary(AnswerStream answer) {
        while (!answer.texts().next().contains(CANARY_OUT)) {
            // chunks before the first text
        }
    }

    private static Reply everything() {
        return Reply.text(CANARY_OUT).withToolCall("call_1", "weather", "{\"city\":\"" + CANARY_OUT + "\"}");
    }

    private static Question question() {
        return Question.of(CANARY_IN)
                .withInstructions(CANARY_IN)
                .withImage("data:image/png;base64," + CANARY_BINARY + "==")
                .withTools(CANARY_IN)
                .withToolUse(new ToolUse("call_0", CANARY_IN, "{\"city\":\"" + CANARY_IN + "\"}", CANARY_IN));
    }

    private AnswerStream stream() {
        return bench().provider().stream(bench().client(), question());
    }

    private SdkLog listen() {
        SdkLog log = new SdkLog();
        bench().configure(log::attachTo, ai -> {});
        return log;
    }

    private SdkLog listenUnsampled() {
        SdkLog log = new SdkLog();
        bench().configure(
                        options -> {
                            log.attachTo(options);
                            options.setTracesSampleRate(0.0);
                        },
                        ai -> {});
        return log;
    }

    /** Sends one more event, with which breadcrumbs would go. */
    private void assertSilence(SdkLog log, int aiSpans, int events) {
        Sentry.captureMessage("afterwards");

        assertThat(bench().everythingSent()).doesNotContain(CANARY_IN, CANARY_OUT, CANARY_BINARY);
        assertThat(log.lines()).noneMatch(SilenceContract::tells);
        assertThat(bench().telemetry().aiSpans()).hasSize(aiSpans);
        assertThat(bench().telemetry().events()).hasSize(events + 1);
    }

    private static boolean tells(String line) {
        return line.contains(CANARY_IN) || line.contains(CANARY_OUT) || line.contains(CANARY_BINARY);
    }
}
