package dev.sentryai.providertests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Question;
import dev.sentryai.telemetry.EventRecord;
import dev.sentryai.telemetry.SpanRecord;
import io.sentry.Sentry;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Answers that come in chunks.
 *
 * @param <C> the type of the provider's client
 */
public interface StreamContract<C> extends Benched<C> {

    /** A stream read to its end says what a whole answer says. */
    @Test
    default void streamReadToTheEndSaysWhatAWholeAnswerSays() throws Exception {
        bench().recordContent();
        bench().answer(Reply.text("ignored").withChunks("one ", "two ", "three").withUsage(12, 30));

        String text = bench().inTransaction(() -> {
            try (AnswerStream answer = stream()) {
                return answer.readAll();
            }
        });

        SpanRecord span = bench().onlyAiSpan();
        assertThat(text).isEqualTo("one two three");
        assertThat(span.status()).isEqualTo("ok");
        assertThat(span.usage().input()).isEqualTo(12);
        assertThat(span.usage().output()).isEqualTo(30);
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.RESPONSE_STREAMING, true)
                .containsEntry(
                        GenAiAttributes.RESPONSE_FINISH_REASONS,
                        "[\"" + bench().provider().names().finished() + "\"]");
        assertThat(Texts.of(span.outputMessages())).isEqualTo("one two three");
    }

    /** The time to the first chunk is measured, and shorter than the whole call. */
    @Test
    default void timeToTheFirstChunkIsMeasured() throws Exception {
        bench().answer(Reply.text("ignored").withChunks("one ", "two").withChunkDelay(Duration.ofMillis(20)));

        bench().inTransaction(() -> {
            try (AnswerStream answer = stream()) {
                return answer.readAll();
            }
        });

        SpanRecord span = bench().onlyAiSpan();
        double firstChunk = ((Number)
                        span.sent(GenAiAttributes.RESPONSE_TIME_TO_FIRST_CHUNK).orElseThrow())
                .doubleValue();
        assertThat(firstChunk)
                .isPositive()
                .isLessThan(span.duration().orElseThrow().toNanos() / 1e9);
    }

    /** A stream that is closed early ends without an error and keeps what was read; some clients read one chunk ahead. */
    @Test
    default void streamClosedEarlyKeepsWhatHadArrived() throws Exception {
        bench().leavesOut(Gap.USAGE);
        bench().recordContent();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        bench().answer(Reply.text("ignored")
                .withChunks("one ", "two ", "three ", "four")
                .holdAfterChunks(3, gate));

        bench().inTransaction(() -> {
            try (AnswerStream answer = stream()) {
                readUntil(answer.texts(), "two ");
            }
            return null;
        });
        gate.complete(null);

        SpanRecord span = bench().onlyAiSpan();
        assertThat(span.status()).isEqualTo("ok");
        isWhatHadArrived(Texts.of(span.outputMessages()));
        assertThat(bench().telemetry().events()).isEmpty();
    }

    /** A stream that nobody can reach any more ends without an error and keeps what had arrived. */
    @Test
    default void abandonedStreamKeepsWhatHadArrived() throws Exception {
        bench().leavesOut(Gap.USAGE);
        bench().needs(Feature.ABANDONED_STREAMS);
        bench().recordContent();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        bench().answer(Reply.text("ignored")
                .withChunks("one ", "two ", "three ", "four")
                .holdAfterChunks(3, gate));

        bench().inTransaction(() -> {
            readUntil(stream().texts(), "two ");
            return null;
        });

        SpanRecord span = Abandonment.await(bench());
        gate.complete(null);
        assertThat(span.status()).isEqualTo("ok");
        isWhatHadArrived(Texts.of(span.outputMessages()));
    }

    /** A connection that breaks in the middle is the call's failure; what had arrived is kept. */
    @Test
    default void connectionCutInTheMiddleFailsTheCall() throws Exception {
        bench().needs(Feature.STREAM_FAILURES);
        bench().recordContent();
        bench().answer(Reply.text("ignored").withChunks("one ", "two ", "three").cutAfterChunks(2));

        bench().inTransaction(() -> {
            try (AnswerStream answer = stream()) {
                assertThatThrownBy(answer::readAll).isInstanceOf(RuntimeException.class);
            }
            return null;
        });

        SpanRecord span = bench().onlyAiSpan();
        assertThat(span.status()).isNotEqualTo("ok");
        assertThat(span.sent("error.type")).isPresent();
        assertThat(Texts.of(span.outputMessages())).startsWith("one ");
        assertThat(bench().telemetry().events()).singleElement().satisfies(this::isCapturedByTheProvider);
    }

    /** An error that the provider sends in the middle is the call's failure; what had arrived is kept. */
    @Test
    default void errorInTheMiddleFailsTheCall() throws Exception {
        bench().needs(Feature.ERRORS_IN_STREAMS);
        bench().recordContent();
        bench().answer(Reply.text("ignored")
                .withChunks("one ", "two ", "three")
                .failAfterChunks(2, Reply.error(529).withErrorType("everything_is_busy")));

        bench().inTransaction(() -> {
            try (AnswerStream answer = stream()) {
                assertThatThrownBy(answer::readAll).isInstanceOf(RuntimeException.class);
            }
            return null;
        });

        SpanRecord span = bench().onlyAiSpan();
        assertThat(span.status()).isNotEqualTo("ok");
        assertThat(span.sent("error.type")).contains("everything_is_busy");
        assertThat(Texts.of(span.outputMessages())).isEqualTo("one two ");
        assertThat(bench().telemetry().events())
                .hasSize(bench().eventsOfAnError())
                .allSatisfy(this::isCapturedByTheProvider);
    }

    /** A stream that is read after its transaction ended is recorded all the same. */
    @Test
    default void streamReadAfterItsTransactionIsRecorded() throws Exception {
        AnswerStream answer = bench().inTransaction(this::stream);

        answer.readAll();

        SpanRecord span = bench().onlyAiSpan();
        assertThat(bench().telemetry().parentOf(span)).isPresent();
    }

    /** A call that is made while a stream is read is no child of the streamed one. */
    @Test
    default void callWhileAStreamIsReadIsItsSibling() throws Exception {
        bench().inTransaction(() -> {
            try (AnswerStream answer = stream()) {
                answer.texts().next();
                bench().provider().ask(bench().client(), Question.of("meanwhile"));
                return answer.readAll();
            }
        });

        assertThat(bench().telemetry().aiSpans())
                .hasSize(2)
                .extracting(SpanRecord::parentSpanId)
                .containsOnly(bench().telemetry().spans().stream()
                        .filter(span -> "POST /ask".equals(span.name()))
                        .findFirst()
                        .orElseThrow()
                        .spanId());
        assertThat(Sentry.getSpan()).isNull();
    }

    private AnswerStream stream() {
        return bench().provider().stream(bench().client(), Question.of("Hi"));
    }

    private static void readUntil(Iterator<String> texts, String last) {
        while (!texts.next().equals(last)) {
            // chunks before the first text
        }
    }

    private void isWhatHadArrived(String text) {
        if (bench().provider().lacks().contains(Feature.EXACT_STREAMS)) {
            assertThat(text).startsWith("one two ").doesNotContain("four");
        } else {
            assertThat(text).isEqualTo("one two ");
        }
    }

    private void isCapturedByTheProvider(EventRecord event) {
        Mechanisms.assertMechanism(event, bench().provider().names().origin());
    }
}
