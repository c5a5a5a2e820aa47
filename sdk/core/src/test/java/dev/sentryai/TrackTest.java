package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.telemetry.EventRecord;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import io.sentry.ISentryLifecycleToken;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.SentryWrapper;
import io.sentry.TransactionOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final FakeSentry sentry = FakeSentry.start();
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private ISentryLifecycleToken request;

    @BeforeEach
    void initSentry() {
        Sentry.init(options -> {
            options.setDsn(sentry.dsn());
            options.setTracesSampleRate(1.0);
            options.setEnableUncaughtExceptionHandler(false);
            SentryAi.configure(options);
        });
        request = Sentry.pushIsolationScope();
    }

    @AfterEach
    void closeSentry() {
        executor.shutdownNow();
        request.close();
        Sentry.close();
        sentry.close();
    }

    @Test
    void outermostIsThePipelineAndInnerOnesRunInIt() {
        ITransaction transaction = transaction();

        String result = SentryAi.track("report", () -> {
            assertThat(SentryAi.pipelineName()).contains("report");
            return SentryAi.track("summary", () -> SentryAi.pipelineName().orElse("none"));
        });
        transaction.finish();

        assertThat(result).isEqualTo("report");
        assertThat(SentryAi.pipelineName()).isEmpty();
        Telemetry telemetry = sent(3);
        SpanRecord outer = span(telemetry, "report");
        SpanRecord inner = span(telemetry, "summary");
        assertThat(outer.op()).isEqualTo("ai.pipeline");
        assertThat(inner.op()).isEqualTo("ai.run");
        assertThat(telemetry.parentOf(inner)).contains(outer);
        assertThat(telemetry.parentOf(outer)).contains(span(telemetry, "GET /"));
        assertThat(List.of(outer, inner)).allSatisfy(span -> {
            assertThat(span.origin()).isEqualTo("manual");
            assertThat(span.status()).isEqualTo("ok");
            assertThat(span.sent("gen_ai.pipeline.name")).contains("report");
            assertThat(span.sent("gen_ai.operation.name")).isEmpty();
        });
    }

    @Test
    void workWithoutTransactionBecomesOne() {
        SentryAi.track("alone", () -> {});

        SpanRecord span = span(sent(1), "alone");
        assertThat(span.segment()).isTrue();
        assertThat(span.op()).isEqualTo("ai.pipeline");
    }

    @Test
    void optionsGiveOpTagsAndData() throws Exception {
        TrackOptions options = TrackOptions.of("chain")
                .withOp("ai.chain")
                .withTag("tenant", "a")
                .withData("documents", List.of(Map.of("id", 1)))
                .withData("ratio", Double.NaN);

        for (int i = 0; i < 2; i++) {
            SentryAi.track(options, () -> "");
        }

        assertThat(sent(2).spans()).hasSize(2).allSatisfy(span -> {
            assertThat(span.op()).isEqualTo("ai.chain");
            assertThat(span.sent("tenant")).contains("a");
            assertThat(span.sent("documents")).contains("[{\"id\":1}]");
            assertThat(span.sent("ratio")).contains("NaN");
        });
    }

    @Test
    void previousPipelineNameComesBack() {
        SentryAi.setPipelineName("before");

        SentryAi.track("inner", () -> SentryAi.setPipelineName("changed"));

        assertThat(SentryAi.pipelineName()).contains("before");
        assertThat(span(sent(1), "inner").op()).isEqualTo("ai.run");
    }

    @Test
    void outermostCapturesWhatEscapes() {
        ITransaction transaction = transaction();
        IOException failure = new IOException("broken");

        assertThatThrownBy(() -> SentryAi.track(
                        TrackOptions.of("outer"),
                        () -> SentryAi.track(TrackOptions.of("inner"), () -> {
                            throw failure;
                        })))
                .isSameAs(failure);
        transaction.finish();

        Telemetry telemetry = sentry.await(
                "the spans and the error",
                seen -> seen.spans().size() == 3 && seen.events().size() == 1,
                flushed());
        EventRecord event = telemetry.events().get(0);
        assertThat(event.spanId()).isEqualTo(span(telemetry, "outer").spanId());
        assertThat(event.exceptions())
                .singleElement()
                .satisfies(exception ->
                        assertThat(exception.mechanism()).isEqualTo(new EventRecord.Mechanism("ai_monitoring", false)));
        assertThat(List.of(span(telemetry, "outer"), span(telemetry, "inner"))).allSatisfy(span -> {
            assertThat(span.status()).isNotEqualTo("ok");
            assertThat(span.sent("error.type")).contains("java.io.IOException");
        });
    }

    @Test
    void failureThatIsHandledInsideIsNoEvent() {
        SentryAi.track("outer", () -> {
            try {
                SentryAi.track("inner", () -> {
                    throw new IllegalStateException();
                });
            } catch (IllegalStateException expected) {
                // handled
            }
        });

        assertThat(sent(2).events()).isEmpty();
    }

    @Test
    void asyncWorkEndsWithItsStageAndBeforeItsCaller() {
        ITransaction transaction = transaction();
        CompletableFuture<String> source = new CompletableFuture<>();

        CompletableFuture<String> tracked = SentryAi.trackAsync("async", () -> {
            assertThat(SentryAi.pipelineName()).contains("async");
            return source;
        });
        tracked.thenRun(transaction::finish);
        assertThat(SentryAi.pipelineName()).isEmpty();
        assertThat(tracked).isNotDone();
        executor.execute(() -> source.complete("result"));

        assertThat(tracked.join()).isEqualTo("result");
        Telemetry telemetry = sent(2);
        SpanRecord span = span(telemetry, "async");
        assertThat(span.endSeconds())
                .isNotNull()
                .isLessThanOrEqualTo(span(telemetry, "GET /").endSeconds());
        assertThat(span.status()).isEqualTo("ok");
    }

    @Test
    void callersScopesAreCurrentForWhatFollows() {
        transaction();
        CompletableFuture<Object> source = new CompletableFuture<>();
        SentryAi.setConversationId("caller");

        CompletableFuture<Object> seen =
                SentryAi.trackAsync("async", () -> source).thenApply(ignored -> SentryAi.conversationId());
        executor.execute(() -> source.complete(""));

        assertThat(seen.join()).isEqualTo(SentryAi.conversationId());
        assertThat(CompletableFuture.supplyAsync(SentryAi::conversationId, executor)
                        .join())
                .isEmpty();
    }

    @Test
    void failedStageFailsTheFutureWithTheSameException() {
        IllegalStateException failure = new IllegalStateException("late");

        CompletableFuture<Object> tracked = SentryAi.trackAsync(
                "async",
                () -> CompletableFuture.supplyAsync(
                        () -> {
                            throw failure;
                        },
                        executor));

        assertThatThrownBy(tracked::join)
                .isInstanceOf(CompletionException.class)
                .hasCause(failure);
        Telemetry telemetry = sentry.await(
                "the span and the error",
                seen -> seen.spans().size() == 1 && seen.events().size() == 1,
                flushed());
        assertThat(telemetry.events().get(0).spanId())
                .isEqualTo(span(telemetry, "async").spanId());
        assertThat(telemetry.events().get(0).exceptions())
                .singleElement()
                .satisfies(exception -> assertThat(exception.type()).isEqualTo("IllegalStateException"));
    }

    @Test
    void supplierThatThrowsThrowsItAtTheCaller() {
        IllegalStateException failure = new IllegalStateException("early");

        assertThatThrownBy(() -> SentryAi.trackAsync("async", () -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(span(sent(1), "async").status()).isNotEqualTo("ok");
        assertThat(SentryAi.pipelineName()).isEmpty();
    }

    @Test
    void cancellingReachesTheSource() {
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> tracked = SentryAi.trackAsync("async", () -> source);

        assertThat(tracked.cancel(true)).isTrue();

        assertThat(source).isCancelled();
        assertThat(tracked).isCancelled();
        assertThatThrownBy(tracked::join).isInstanceOf(CancellationException.class);
        assertThat(span(sent(1), "async").status()).isEqualTo("cancelled");
        assertThat(sentry.telemetry().events()).isEmpty();
    }

    @Test
    void parallelWorkKeepsItsOwnPipeline() {
        transaction();
        List<CompletableFuture<String>> names = Stream.of("one", "two")
                .map(name -> CompletableFuture.supplyAsync(
                        SentryWrapper.wrapSupplier(() -> SentryAi.track(
                                name, () -> SentryAi.pipelineName().orElse("none"))),
                        executor))
                .toList();

        assertThat(names).extracting(CompletableFuture::join).containsExactly("one", "two");
        assertThat(SentryAi.pipelineName()).isEmpty();
    }

    @Test
    void errorThatACallInsideCapturedIsNotCapturedAgain() {
        IllegalStateException failure = new IllegalStateException();

        assertThatThrownBy(() -> SentryAi.track(
                        "outer",
                        () -> SentryAi.chat("m").record(span -> {
                            throw failure;
                        })))
                .isSameAs(failure);

        Telemetry telemetry = sent(2);
        assertThat(telemetry.events())
                .singleElement()
                .satisfies(event -> assertThat(event.spanId())
                        .isEqualTo(span(telemetry, "chat m").spanId()));
        assertThat(span(telemetry, "chat m").sent("gen_ai.pipeline.name")).contains("outer");
    }

    @Test
    void worksTheSameWithoutSentry() throws Exception {
        Sentry.close();
        IOException failure = new IOException();

        assertThat(SentryAi.track("off", () -> "result")).isEqualTo("result");
        assertThat(SentryAi.trackAsync("off", () -> CompletableFuture.completedFuture(1))
                        .join())
                .isEqualTo(1);
        assertThatThrownBy(() -> SentryAi.track(TrackOptions.of("off"), () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    private static ITransaction transaction() {
        TransactionOptions options = new TransactionOptions();
        options.setBindToScope(true);
        return Sentry.startTransaction("GET /", "http.server", options);
    }

    private Telemetry sent(int spans) {
        return sentry.awaitSpans(spans, flushed());
    }

    private static Duration flushed() {
        Sentry.flush(DEADLINE.toMillis());
        return DEADLINE;
    }

    private static SpanRecord span(Telemetry telemetry, String name) {
        return telemetry.spans().stream()
                .filter(span -> name.equals(span.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no span " + name + " in " + telemetry.spans()));
    }
}
