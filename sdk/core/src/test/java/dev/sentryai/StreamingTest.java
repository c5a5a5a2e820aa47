package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.SpanSource;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.testing.SentrySession;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.SentryWrapper;
import io.sentry.SpanStatus;
import io.sentry.protocol.User;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a span around a block need not be mentioned in it
class StreamingTest {

    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @AfterEach
    void stopPool() {
        pool.shutdownNow();
    }

    @Test
    void aSpanHasWhatTheSdkAddsToATransaction() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            User user = new User();
            user.setId("7");
            user.setEmail("ann@example.com");
            Sentry.setUser(user);

            SentryAi.chat("gpt-4o").close();
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").attributes())
                    .containsEntry("sentry.op", "gen_ai.chat")
                    .containsEntry("sentry.origin", "manual")
                    .containsEntry("sentry.release", "shop@1.2.3")
                    .containsEntry("sentry.environment", "test")
                    .containsEntry("sentry.sdk.name", "sentry.java")
                    .containsEntry("sentry.trace_lifecycle", "stream")
                    .containsEntry(
                            "sentry.segment.id",
                            transaction.getSpanContext().getSpanId().toString())
                    .containsEntry("sentry.segment.name", "GET /weather")
                    .containsEntry("server.address", "host-1")
                    .containsEntry("user.id", "7")
                    .containsEntry("user.email", "ann@example.com")
                    .containsEntry("thread.id", Thread.currentThread().getId())
                    .containsEntry("thread.name", Thread.currentThread().getName())
                    .containsKeys("process.runtime.name", "process.runtime.version", "sentry.sdk.version")
                    .doesNotContainKey("user.ip_address");
        }
    }

    @Test
    void theEnvelopeCarriesTheSamplingContextOfItsTrace() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").close();
            transaction.finish();

            List<CapturedEnvelope> envelopes = sentry.flush().envelopes();

            assertThat(envelopes)
                    .hasSize(2)
                    .allSatisfy(captured -> assertThat(
                                    captured.envelope().header().trace().toString())
                            .contains(transaction.getSpanContext().getTraceId().toString())
                            .contains("sampled=true", "sample_rate=1", "transaction=GET /weather"));
        }
    }

    @Test
    void spansOfTheSdkHangBelowAndStayInTheTransaction() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan chat = SentryAi.chat("gpt-4o")) {
                Sentry.getSpan().startChild("http.client", "POST api").finish();
            }
            transaction.finish();

            SpanRecord http = sentry.span("POST api");

            assertThat(http.source()).isEqualTo(SpanSource.TRANSACTION);
            assertThat(http.parentSpanId()).isEqualTo(sentry.span("chat gpt-4o").spanId());
        }
    }

    @Test
    void parallelCallsAreSiblings() throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                CountDownLatch bothOpen = new CountDownLatch(2);
                CompletableFuture<Void> first = call("model-a", bothOpen);
                CompletableFuture<Void> second = call("model-b", bothOpen);
                CompletableFuture.allOf(first, second).get(10, TimeUnit.SECONDS);
            }
            transaction.finish();

            String agent = sentry.span("invoke_agent Planner").spanId();

            assertThat(sentry.span("chat model-a").parentSpanId()).isEqualTo(agent);
            assertThat(sentry.span("chat model-b").parentSpanId()).isEqualTo(agent);
            assertThat(sentry.span("chat model-b").attributes()).containsEntry("gen_ai.agent.name", "Planner");
        }
    }

    private CompletableFuture<Void> call(String model, CountDownLatch bothOpen) {
        return CompletableFuture.supplyAsync(
                SentryWrapper.wrapSupplier(() -> SentryAi.chat(model).record(span -> {
                    bothOpen.countDown();
                    await(bothOpen);
                    return null;
                })),
                pool);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSpanMayEndAfterItsTransaction() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            AiSpan chat = SentryAi.chat("gpt-4o");
            transaction.finish();
            chat.setResponseId("r-1").close();

            SpanRecord late = sentry.span("chat gpt-4o");

            assertThat(late.parentSpanId())
                    .isEqualTo(transaction.getSpanContext().getSpanId().toString());
            assertThat(late.attributes()).containsEntry("gen_ai.response.id", "r-1");
            assertThat(sentry.server().telemetry().spans()).hasSize(2);
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void aSpanMayStartAfterItsTransaction() throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            CompletableFuture<Void> answered = new CompletableFuture<>();
            CompletableFuture<Void> afterwards;
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                Runnable work = SentryWrapper.wrapRunnable(() -> {
                    try (AiSpan chat = SentryAi.chat("gpt-4o");
                            AiSpan tool = SentryAi.executeTool("look_up")) {
                        tool.setAttribute("late", true);
                    }
                });
                afterwards = answered.thenRunAsync(work, pool);
            }
            transaction.finish();
            answered.complete(null);
            afterwards.get(10, TimeUnit.SECONDS);

            SpanRecord chat = sentry.span("chat gpt-4o");

            assertThat(chat.traceId())
                    .isEqualTo(transaction.getSpanContext().getTraceId().toString());
            assertThat(chat.parentSpanId())
                    .isEqualTo(sentry.span("invoke_agent Planner").spanId());
            assertThat(chat.attributes()).containsEntry("gen_ai.agent.name", "Planner");
            assertThat(sentry.span("execute_tool look_up").parentSpanId()).isEqualTo(chat.spanId());
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void aCallWithoutATransactionIsOneOfItsOwn() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                SentryAi.chat("gpt-4o").close();
            }
            assertThat(Sentry.getSpan()).isNull();

            SpanRecord agent = sentry.span("invoke_agent Planner");
            SpanRecord chat = sentry.span("chat gpt-4o");

            assertThat(agent.segment()).isTrue();
            assertThat(agent.source()).isEqualTo(SpanSource.TRANSACTION);
            assertThat(agent.op()).isEqualTo("gen_ai.invoke_agent");
            assertThat(agent.attributes()).containsEntry("gen_ai.agent.name", "Planner");
            assertThat(chat.source()).isEqualTo(SpanSource.SPAN_V2);
            assertThat(chat.parentSpanId()).isEqualTo(agent.spanId());
            assertThat(chat.traceId()).isEqualTo(agent.traceId());
            assertThat(chat.attributes()).containsEntry("sentry.segment.name", "invoke_agent Planner");
        }
    }

    @Test
    void theSamplerIsAskedOnceForATraceOfItsOwn() {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setTracesSampler(context -> {
                asked.add(context.getTransactionContext().getName() + " "
                        + context.getTransactionContext().getOperation());
                return 0.0;
            });
            SentryAi.configure(options);
        })) {
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                try (AiSpan chat = SentryAi.chat("gpt-4o")) {
                    assertThat(chat.isRecording()).isFalse();
                }
            }

            assertThat(sentry.flush().spans()).isEmpty();
            assertThat(asked).containsExactly("invoke_agent Planner gen_ai.invoke_agent");
            assertThat(sentry.discarded()).isEqualTo(Map.of("sample_rate/transaction", 1L, "sample_rate/span", 1L));
        }
    }

    @Test
    void nothingIsSentOfAnUnsampledTrace() {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setTracesSampleRate(0.0);
            SentryAi.configure(options, ai -> ai.setRecordInputs(true));
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan chat = SentryAi.chat("gpt-4o")) {
                assertThat(chat.isRecording()).isFalse();
                chat.fail(new IllegalStateException("rate limited"));
            }
            transaction.finish();

            Telemetry telemetry = sentry.flush();

            assertThat(telemetry.spans()).isEmpty();
            assertThat(telemetry.events()).hasSize(1);
        }
    }

    @Test
    void manySpansAllArriveAndTakeNoPlaceInTheirTransaction() {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setMaxSpans(5);
            SentryAi.configure(options);
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            for (int i = 0; i < 1_100; i++) {
                SentryAi.chat("gpt-4o").setAttribute("number", i).close();
            }
            transaction.startChild("db.query", "SELECT 1").finish();
            transaction.finish();

            Telemetry telemetry = sentry.flush();

            assertThat(telemetry.aiSpans()).hasSize(1_100);
            assertThat(telemetry.spans()).hasSize(1_102);
            assertThat(telemetry.envelopes())
                    .allSatisfy(
                            captured -> assertThat(captured.envelope().items()).hasSize(1));
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void aFullTransactionDoesNotKeepSpansFromBeingSent() {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setMaxSpans(1);
            SentryAi.configure(options);
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            transaction.startChild("db.query", "SELECT 1").finish();
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                SentryAi.chat("gpt-4o").close();
            }
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").parentSpanId())
                    .isEqualTo(sentry.span("invoke_agent Planner").spanId());
        }
    }

    @Test
    void manySmallTracesAllArriveOnFlush() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            for (int i = 0; i < 20; i++) {
                ITransaction transaction = sentry.transaction("job " + i);
                SentryAi.chat("gpt-4o").close();
                transaction.finish();
            }

            assertThat(sentry.flush().aiSpans()).hasSize(20);
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void spansAreSentByThemselvesAfterAWhile() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").close();

            assertThat(sentry.server().awaitAiSpans(1, Duration.ofSeconds(20)).aiSpans())
                    .hasSize(1);
            transaction.finish();
        }
    }

    @Test
    void closingTheSdkSendsWhatWaits() {
        SentrySession sentry = SentrySession.streaming(ai -> {});
        try {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").close();
            transaction.finish(SpanStatus.OK);

            Sentry.close();

            assertThat(sentry.server().telemetry().aiSpans()).hasSize(1);
        } finally {
            sentry.close();
        }
    }

    @Test
    void aSpanThatEndsElsewhereLeavesNothingBehind() throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan step = transaction.startChild("step", "answer");
            AiSpan chat = SentryAi.chat("gpt-4o");
            CompletableFuture.runAsync(chat::close, pool).get(10, TimeUnit.SECONDS);

            assertThat(Sentry.getSpan()).isSameAs(step);
            SentryAi.embeddings("ada").close();
            step.finish();
            transaction.finish();

            assertThat(sentry.span("embeddings ada").parentSpanId())
                    .isEqualTo(step.getSpanContext().getSpanId().toString());
        }
    }

    @Test
    void whatTheApplicationPutsOnTheCurrentSpanIsSent() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan chat = SentryAi.chat("gpt-4o")) {
                Sentry.getSpan().setData("shop.tenant", "acme");
                Sentry.getSpan().setData("broken", Double.NaN);
                Sentry.getSpan().setTag("color", "red");
            }
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").attributes())
                    .containsEntry("shop.tenant", "acme")
                    .containsEntry("color", "red");
        }
    }

    @Test
    void anEndedSpanIsNotKept() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            WeakReference<ISpan> ended = endedSpan();

            assertThat(isCollected(ended, Duration.ofSeconds(20))).isTrue();
            transaction.finish();
        }
    }

    private static WeakReference<ISpan> endedSpan() {
        try (AiSpan span = SentryAi.chat("gpt-4o")) {
            return new WeakReference<>(Sentry.getSpan());
        }
    }

    /** What holds it weakly lets go of the rest at the next call. */
    private static boolean isCollected(WeakReference<?> reference, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!reference.refersTo(null) && System.nanoTime() < deadline) {
            System.gc();
            SentryAi.chat("gpt-4o").close();
        }
        return reference.refersTo(null);
    }
}
