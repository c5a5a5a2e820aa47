package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.testing.SentrySession;
import io.sentry.CompositePerformanceCollector;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.SentryOptions;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that start at the same time in one transaction, by threads on which no span is current. */
class ParallelStartTest {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Has another call start while the first one does: when the Sentry SDK has its span, but nobody else knows whose it is. */
    private static final class Meanwhile {

        private final Thread other;
        private boolean started;

        Meanwhile(Runnable call) {
            this.other = new Thread(call);
        }

        /** The SDK tells its collectors of performance data in the thread that starts a span. */
        void attachTo(SentryOptions options) {
            CompositePerformanceCollector original = options.getCompositePerformanceCollector();
            options.setCompositePerformanceCollector((CompositePerformanceCollector) Proxy.newProxyInstance(
                    original.getClass().getClassLoader(),
                    new Class<?>[] {CompositePerformanceCollector.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("onSpanStarted")) {
                            startOther((ISpan) arguments[0]);
                        }
                        return method.invoke(original, arguments);
                    }));
        }

        private void startOther(ISpan span) {
            if (started || !span.getOperation().equals("gen_ai.chat")) {
                return;
            }
            started = true;
            other.start();
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            while (!isOverOrWaits() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
        }

        private boolean isOverOrWaits() {
            return switch (other.getState()) {
                case TERMINATED, WAITING, BLOCKED -> true;
                default -> false;
            };
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neitherIsBelowTheOther(boolean streamed) throws Exception {
        CompletableFuture<Runnable> second = new CompletableFuture<>();
        Meanwhile meanwhile = new Meanwhile(() -> second.join().run());
        try (SentrySession sentry = SentrySession.with(options -> {
            meanwhile.attachTo(options);
            SentryAi.configure(options, ai -> ai.setStreamGenAiSpans(streamed));
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            second.complete(
                    SentryAi.wrap((Runnable) () -> SentryAi.chat("second").close()));
            SentryAi.chat("first").close();
            meanwhile.other.join();
            transaction.finish();

            String parent = transaction.getSpanContext().getSpanId().toString();
            assertThat(sentry.flush().aiSpans())
                    .hasSize(2)
                    .extracting(SpanRecord::parentSpanId)
                    .containsOnly(parent);
        }
    }

    @Test
    void aSlowSamplerKeepsNobodyElseWaiting() {
        CompletableFuture<Void> meanwhile = new CompletableFuture<>();
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setTracesSampler(context -> {
                if (context.getTransactionContext().getName().equals("chat first")) {
                    CompletableFuture.runAsync(() -> SentryAi.chat("second").close())
                            .thenAccept(meanwhile::complete);
                    meanwhile.orTimeout(PATIENCE_NANOS, TimeUnit.NANOSECONDS).join();
                }
                return 1.0;
            });
            SentryAi.configure(options);
        })) {
            SentryAi.chat("first").close();

            assertThat(meanwhile).isCompleted();
            assertThat(sentry.flush().aiSpans()).extracting(SpanRecord::name).contains("chat first", "chat second");
        }
    }

    @Test
    void whatOthersMakeIsStillAround() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan theirs = transaction.startChild("function", "theirs");
            SentryAi.chat("ours").close();
            theirs.finish();
            transaction.finish();

            assertThat(sentry.span("chat ours").parentSpanId())
                    .isEqualTo(theirs.getSpanContext().getSpanId().toString());
        }
    }
}
