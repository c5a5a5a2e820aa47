package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.otel.OtelMode;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.SpanSource;
import dev.sentryai.testing.SentItems;
import dev.sentryai.testing.SentrySession;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.SentryWrapper;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a span around a block need not be mentioned in it
class OtelModeTest {

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final Scope clean = OtelMode.cleanContext();

    @AfterEach
    void stop() {
        clean.close();
        pool.shutdownNow();
    }

    private static SentrySession otel(Consumer<SentryAiOptions> ai) {
        return SentrySession.with(options -> {
            OtelMode.install(options);
            SentryAi.configure(options, ai);
        });
    }

    @Test
    void spansNestAndAreStreamed() {
        try (SentrySession sentry = otel(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                try (AiSpan chat = SentryAi.chat("gpt-4o")) {
                    Sentry.getSpan().startChild("http.client", "POST api").finish();
                }
                SentryAi.executeTool("look_up").close();
            }
            transaction.finish();

            SpanRecord agent = sentry.span("invoke_agent Planner");
            SpanRecord chat = sentry.span("chat gpt-4o");

            assertThat(agent.parentSpanId())
                    .isEqualTo(transaction.getSpanContext().getSpanId().toString());
            assertThat(chat.parentSpanId()).isEqualTo(agent.spanId());
            assertThat(sentry.span("execute_tool look_up").parentSpanId()).isEqualTo(agent.spanId());
            assertThat(sentry.span("POST api").parentSpanId()).isEqualTo(chat.spanId());
            assertThat(chat.source()).isEqualTo(SpanSource.SPAN_V2);
            assertThat(chat.endSeconds()).isGreaterThan(chat.startSeconds());
            assertThat(sentry.server().telemetry().spans()).hasSize(5);
            assertThat(sentry.discarded()).isEmpty();
            assertThat(sentry.logged()).isEmpty();
        }
    }

    @Test
    void callsThatAreNotRecordedAreCountedAndChangeNothing() {
        try (SentrySession sentry = SentrySession.with(options -> {
            OtelMode.install(options);
            options.setTracesSampleRate(0.0);
            options.setShutdownTimeoutMillis(0);
            SentryAi.configure(options, ai -> ai.setEmitMetrics(true));
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            String before = Sentry.getSpan().getSpanContext().getSpanId().toString();
            Span otelBefore = Span.current();
            try (AiSpan outer = SentryAi.chat("gpt-4o")) {
                assertThat(Sentry.getSpan().getSpanContext().getSpanId()).hasToString(before);
                assertThat(Span.current()).isEqualTo(otelBefore);
            }
            assertThat(Sentry.getSpan().getSpanContext().getSpanId()).hasToString(before);
            assertThat(Span.current()).isEqualTo(otelBefore);
            transaction.finish();

            assertThat(SentItems.metrics(sentry.flush(), "gen_ai.calls")).hasSize(1);
            assertThat(sentry.logged()).noneMatch(line -> line.contains("failed"));
        }
    }

    @Test
    void everyEnvelopeSaysThatItsTraceIsSampled() {
        try (SentrySession sentry = otel(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").close();
            transaction.finish();

            assertThat(sentry.flush().envelopes())
                    .hasSize(2)
                    .allSatisfy(captured -> assertThat(
                                    captured.envelope().header().trace().toString())
                            .contains(transaction.getSpanContext().getTraceId().toString())
                            .contains("sampled=true", "sample_rate=1"));
        }
    }

    @Test
    void aStreamedSpanKnowsItsTransactionAndWhatTheApplicationPutOnIt() {
        try (SentrySession sentry = otel(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan chat = SentryAi.chat("gpt-4o")) {
                Sentry.getSpan().setData("shop.tenant", "acme");
                Sentry.getSpan().setTag("color", "red");
                Span.current().setAttribute("otel.key", "otel value");
            }
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").attributes())
                    .containsEntry("shop.tenant", "acme")
                    .containsEntry("color", "red")
                    .containsEntry("otel.key", "otel value")
                    .containsEntry("sentry.segment.name", "GET /weather")
                    .containsEntry(
                            "sentry.segment.id",
                            transaction.getSpanContext().getSpanId().toString());
        }
    }

    @Test
    void parallelCallsAreSiblings() throws Exception {
        try (SentrySession sentry = otel(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                CountDownLatch bothOpen = new CountDownLatch(2);
                Future<Void> first = pool.submit(SentryWrapper.wrapCallable(call("model-a", bothOpen)));
                Future<Void> second = pool.submit(Context.current().wrap(call("model-b", bothOpen)));
                first.get(10, TimeUnit.SECONDS);
                second.get(10, TimeUnit.SECONDS);
            }
            transaction.finish();

            String agent = sentry.span("invoke_agent Planner").spanId();

            assertThat(sentry.span("chat model-a").parentSpanId()).isEqualTo(agent);
            assertThat(sentry.span("chat model-b").parentSpanId()).isEqualTo(agent);
        }
    }

    private static Callable<Void> call(String model, CountDownLatch bothOpen) {
        return () -> {
            try (AiSpan chat = SentryAi.chat(model)) {
                bothOpen.countDown();
                assertThat(bothOpen.await(10, TimeUnit.SECONDS)).isTrue();
            }
            return null;
        };
    }

    @Test
    void spansMayEndAndStartAfterTheirTransaction() throws Exception {
        try (SentrySession sentry = otel(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            AiSpan chat = SentryAi.chat("gpt-4o");
            Runnable afterwards =
                    SentryWrapper.wrapRunnable(() -> SentryAi.embeddings("ada").close());
            transaction.finish();
            chat.close();
            CompletableFuture.runAsync(afterwards, pool).get(10, TimeUnit.SECONDS);

            SpanRecord late = sentry.span("chat gpt-4o");

            assertThat(late.parentSpanId())
                    .isEqualTo(transaction.getSpanContext().getSpanId().toString());
            assertThat(sentry.span("embeddings ada").parentSpanId()).isEqualTo(late.spanId());
            assertThat(List.of(late, sentry.span("embeddings ada")))
                    .allSatisfy(span -> assertThat(span.attributes())
                            .containsEntry("sentry.segment.id", late.parentSpanId())
                            .containsEntry("sentry.segment.name", "GET /weather"));
            assertThat(sentry.flush().envelopes())
                    .allSatisfy(captured -> assertThat(
                                    captured.envelope().header().trace().toString())
                            .contains("transaction=GET /weather"));
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void aSpanThatEndsElsewhereLeavesNothingBound() throws Exception {
        try (SentrySession sentry = otel(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            Span around = Span.current();
            AiSpan chat = SentryAi.chat("gpt-4o");
            Future<Span> there = pool.submit(() -> {
                chat.close();
                return Span.current();
            });

            assertThat(there.get(10, TimeUnit.SECONDS).getSpanContext().isValid())
                    .isFalse();
            assertThat(Sentry.getSpan().isFinished()).isFalse();
            SentryAi.embeddings("ada").close();
            assertThat(Span.current()).isSameAs(around);
            transaction.finish();

            assertThat(sentry.span("embeddings ada").parentSpanId())
                    .isEqualTo(transaction.getSpanContext().getSpanId().toString());
        }
    }

    @Test
    void aCallWithoutATransactionIsOneOfItsOwn() {
        try (SentrySession sentry = otel(ai -> {})) {
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                SentryAi.chat("gpt-4o").close();
                Span.current().setAttribute("seen", "by OpenTelemetry");
            }
            assertThat(Sentry.getSpan()).isNull();

            SpanRecord agent = sentry.span("invoke_agent Planner");
            SpanRecord chat = sentry.span("chat gpt-4o");

            assertThat(agent.segment()).isTrue();
            assertThat(agent.op()).isEqualTo("gen_ai.invoke_agent");
            assertThat(agent.attributes())
                    .containsEntry("gen_ai.agent.name", "Planner")
                    .containsEntry("seen", "by OpenTelemetry");
            assertThat(chat.parentSpanId()).isEqualTo(agent.spanId());
            assertThat(chat.attributes()).containsEntry("sentry.segment.name", "invoke_agent Planner");
        }
    }

    @Test
    void anErrorIsShownWithItsSpan() {
        try (SentrySession sentry = otel(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan chat = SentryAi.chat("gpt-4o")) {
                chat.fail(new IllegalStateException("rate limited"));
            }
            transaction.finish();

            String chat = sentry.span("chat gpt-4o").spanId();

            assertThat(sentry.server().telemetry().events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.spanId()).isEqualTo(chat));
        }
    }

    @Test
    void nothingIsSentOfAnUnsampledTrace() {
        try (SentrySession sentry = SentrySession.with(options -> {
            OtelMode.install(options);
            options.setTracesSampleRate(0.0);
            SentryAi.configure(options);
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").close();
            transaction.finish();

            assertThat(sentry.flush().spans()).isEmpty();
        }
    }

    @Test
    void staticSpansTravelInTheirTransaction() {
        try (SentrySession sentry = otel(ai -> ai.setStreamGenAiSpans(false))) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                SentryAi.chat("gpt-4o").setResponseId("r-1").close();
            }
            transaction.finish();

            SpanRecord chat = sentry.span("chat gpt-4o");

            assertThat(chat.source()).isEqualTo(SpanSource.TRANSACTION);
            assertThat(chat.op()).isEqualTo("gen_ai.chat");
            assertThat(chat.attributes()).containsEntry("gen_ai.response.id", "r-1");
            assertThat(chat.parentSpanId())
                    .isEqualTo(sentry.span("invoke_agent Planner").spanId());
            assertThat(sentry.server().telemetry().envelopes()).hasSize(1);
        }
    }
}
