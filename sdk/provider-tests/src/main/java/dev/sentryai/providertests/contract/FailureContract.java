package dev.sentryai.providertests.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Question;
import dev.sentryai.telemetry.EventRecord;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls that fail.
 *
 * @param <C> the type of the provider's client
 */
public interface FailureContract<C> extends Benched<C> {

    /** An error of the provider fails the span, is captured once, and reaches the caller as it would without us. */
    @ParameterizedTest
    @ValueSource(ints = {401, 429, 500})
    default void errorOfTheProviderFailsTheCall(int status) throws Exception {
        bench().answer(Reply.error(status));

        Throwable thrown = bench().inTransaction(() -> catchThrowable(() -> ask(bench().client())));

        assertThat(thrown).hasSameClassAs(catchThrowable(() -> ask(bench().bare())));
        isError(thrown);
    }

    /** The span says what the provider calls the error, as exceptions of the same class may have many reasons. */
    @Test
    default void errorHasItsTypeAndStatus() throws Exception {
        bench().needs(Feature.ERROR_TYPES);
        bench().answer(Reply.error(529).withErrorType("everything_is_busy"));

        bench().inTransaction(() -> catchThrowable(() -> ask(bench().client())));

        assertThat(bench().onlyAiSpan().attributes())
                .containsEntry(CommonAttributes.ERROR_TYPE, "everything_is_busy")
                .containsEntry(CommonAttributes.HTTP_RESPONSE_STATUS_CODE, 529L);
    }

    /** An error before a stream begins fails the call in the same way. */
    @Test
    default void errorBeforeAStreamBeginsFailsTheCall() throws Exception {
        bench().answer(Reply.error(500));

        Throwable thrown = bench().inTransaction(() -> catchThrowable(() -> {
            try (AnswerStream answer = bench().provider().stream(bench().client(), Question.of("Hi"))) {
                answer.readAll();
            }
        }));

        assertThat(thrown).isNotNull();
        isError(thrown);
    }

    /** A connection that breaks before the first byte fails the call. */
    @Test
    default void brokenConnectionFailsTheCall() throws Exception {
        bench().answer(Reply.text("never").cut());

        Throwable thrown = bench().inTransaction(() -> catchThrowable(() -> ask(bench().client())));

        assertThat(thrown).hasSameClassAs(catchThrowable(() -> ask(bench().bare())));
        isFailure(thrown);
    }

    /** An asynchronous call fails with what the bare one fails with. */
    @Test
    default void errorOfAnAsynchronousCallFailsIt() throws Exception {
        bench().answer(Reply.error(429));

        Throwable thrown = bench().inTransaction(() -> catchThrowable(() -> askAsync(bench().client())));

        Throwable bare = catchThrowable(() -> askAsync(bench().bare()));
        assertThat(thrown).isInstanceOf(ExecutionException.class);
        assertThat(thrown.getCause()).hasSameClassAs(bare.getCause());
        isError(requireNonNull(thrown.getCause()));
    }

    private String ask(C client) {
        return bench().provider().ask(client, Question.of("Hi"));
    }

    private String askAsync(C client) throws Exception {
        return bench().provider()
                .askAsync(client, Question.of("Hi"))
                .get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Where an error is an answer like any other, what the application throws is its own. */
    private void isError(Throwable thrown) {
        if (bench().provider().lacks().contains(Feature.ERROR_EXCEPTIONS)) {
            isFailedSpan();
            assertThat(bench().telemetry().events()).isEmpty();
        } else {
            isFailure(thrown);
        }
    }

    private SpanRecord isFailedSpan() {
        SpanRecord span = bench().onlyAiSpan();
        assertThat(span.status()).isNotNull().isNotEqualTo("ok");
        assertThat(span.sent("error.type")).isPresent();
        return span;
    }

    private void isFailure(Throwable thrown) {
        SpanRecord span = isFailedSpan();
        Telemetry telemetry = bench().telemetry();
        assertThat(telemetry.events()).hasSize(1);
        EventRecord event = telemetry.events().get(0);
        assertThat(event.traceId()).isEqualTo(span.traceId());
        assertThat(event.spanId()).isEqualTo(span.spanId());
        assertThat(event.exceptions())
                .anySatisfy(exception ->
                        assertThat(exception.type()).isEqualTo(thrown.getClass().getSimpleName()));
        Mechanisms.assertMechanism(event, bench().provider().names().origin());
    }
}
