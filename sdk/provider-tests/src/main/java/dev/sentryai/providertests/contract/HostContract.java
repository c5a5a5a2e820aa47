package dev.sentryai.providertests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import io.sentry.Sentry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to the telemetry, the application does not notice.
 *
 * @param <C> the type of the provider's client
 */
public interface HostContract<C> extends Benched<C> {

    /** Unsampled calls work and leave nothing. */
    @Test
    default void unsampledCallsWorkAndLeaveNothing() throws Exception {
        bench().configure(options -> options.setTracesSampleRate(0.0), ai -> {});

        everythingWorks();

        assertThat(bench().telemetry().spans()).isEmpty();
    }

    /** Calls work when the SDK was closed. */
    @Test
    default void callsWorkWhenTheSdkIsClosed() throws Exception {
        Sentry.close();

        everythingWorks();

        assertThat(bench().sentry().telemetry().spans()).isEmpty();
    }

    /** Calls work when the SDK is closed while they are under way. */
    @Test
    default void callsWorkWhenTheSdkIsClosedMeanwhile() throws Exception {
        bench().answer(Reply.text("ignored").withChunks("one ", "two"));

        String text = bench().inTransaction(() -> {
            try (AnswerStream answer = bench().provider().stream(bench().client(), Question.of("Hi"))) {
                assertThat(answer.texts()).hasNext();
                Sentry.close();
                return answer.readAll();
            }
        });

        assertThat(text).isEqualTo("one two");
    }

    /** Calls work when Sentry cannot be reached. */
    @Test
    default void callsWorkWhenSentryIsDown() throws Exception {
        bench().sentry().close();

        everythingWorks();
    }

    /** Calls work when the application's own hook throws; what it should have cleaned is not sent. */
    @Test
    default void callsWorkWhenTheHookThrows() throws Exception {
        bench().configure(ai -> ai.setBeforeSendSpan(span -> {
            throw new IllegalStateException("the hook failed");
        }));

        everythingWorks();

        assertThat(bench().telemetry().aiSpans()).isEmpty();
    }

    /** A wrapped client is not wrapped again. */
    @Test
    default void wrappingTwiceIsWrappingOnce() throws Exception {
        C twice = bench().provider().wrap(bench().client());

        bench().inTransaction(() -> bench().provider().ask(twice, Question.of("Hi")));

        assertThat(bench().telemetry().aiSpans()).hasSize(1);
    }

    /** A wrapped client is as good as the one behind it. */
    @Test
    default void wrappedClientEqualsTheOneBehindIt() {
        bench().needs(Feature.TRANSPARENT_CLIENTS);

        assertThat(bench().client())
                .isEqualTo(bench().bare())
                .isEqualTo(bench().provider().wrap(bench().bare()))
                .hasSameHashCodeAs(bench().bare())
                .hasToString(bench().bare().toString())
                .isNotEqualTo(bench().provider().connect(bench().llm(), 0));
    }

    private void everythingWorks() throws Exception {
        bench().answer(Reply.text("Hello"));
        Question question = Question.of("Hi");
        Provider<C> provider = bench().provider();

        assertThat(bench().inTransaction(() -> provider.ask(bench().client(), question)))
                .isEqualTo("Hello");
        assertThat(bench().inTransaction(() -> provider.askAsync(bench().client(), question)
                        .get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)))
                .isEqualTo("Hello");
        assertThat(bench().inTransaction(() -> {
                    try (AnswerStream answer = provider.stream(bench().client(), question)) {
                        return answer.readAll();
                    }
                }))
                .isEqualTo("Hello");
    }
}
