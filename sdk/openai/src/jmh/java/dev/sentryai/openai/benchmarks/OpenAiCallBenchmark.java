package dev.sentryai.openai.benchmarks;

import com.openai.client.OpenAIClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.sentryai.SentryAi;
import dev.sentryai.openai.SentryOpenAi;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.openai.v1_1.OpenAITelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sentry.ISentryLifecycleToken;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import io.sentry.TransactionOptions;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One call of openai-java, bare and recorded in three ways. All recorded calls of an invocation share a parent, and all
 * are sent before it ends: Sentry's envelopes as bytes; OpenTelemetry's spans as objects, to an exporter that takes them
 * and does nothing.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OpenAiCallBenchmark {

    private static final int CALLS = 200;
    private static final ChatCompletionCreateParams PARAMS = ChatCompletionCreateParams.builder()
            .model("gpt-4o")
            .temperature(0.5)
            .addUserMessage("How is the weather?")
            .build();

    private static ISentryLifecycleToken init(Sentry.OptionsConfiguration<SentryOptions> more) {
        Sentry.init(options -> {
            options.setDsn("http://key@127.0.0.1:1/1");
            options.setTracesSampleRate(1.0);
            options.setEnableUncaughtExceptionHandler(false);
            options.setEnableShutdownHook(false);
            options.setTransportFactory((complete, details) -> new Nowhere(complete));
            more.configure(options);
        });
        return Sentry.pushIsolationScope();
    }

    private static ITransaction transaction() {
        TransactionOptions bound = new TransactionOptions();
        bound.setBindToScope(true);
        return Sentry.startTransaction("job", "task", bound);
    }

    private static void finish(ITransaction transaction) {
        transaction.finish();
        Sentry.flush(10_000);
    }

    /** The client as it is. */
    @State(org.openjdk.jmh.annotations.Scope.Thread)
    public static class Bare {
        private final OpenAIClient client = StubbedHttp.client();
    }

    /** The client wrapped, Sentry with AI monitoring. */
    @State(org.openjdk.jmh.annotations.Scope.Thread)
    public static class Wrapped {

        private ISentryLifecycleToken isolation = () -> {};
        private OpenAIClient client = StubbedHttp.client();

        @Setup(Level.Trial)
        public void start() {
            isolation = init(SentryAi::configure);
            client = SentryOpenAi.wrap(client);
        }

        @TearDown(Level.Trial)
        public void stop() {
            isolation.close();
            Sentry.close();
        }
    }

    /** The client as it is, Sentry alone. */
    @State(org.openjdk.jmh.annotations.Scope.Thread)
    public static class ByHand {

        private ISentryLifecycleToken isolation = () -> {};
        private final OpenAIClient client = StubbedHttp.client();

        @Setup(Level.Trial)
        public void start() {
            isolation = init(options -> {});
        }

        @TearDown(Level.Trial)
        public void stop() {
            isolation.close();
            Sentry.close();
        }
    }

    /** The client wrapped by OpenTelemetry. */
    @State(org.openjdk.jmh.annotations.Scope.Thread)
    public static class OpenTelemetry {

        private final SdkTracerProvider tracers = SdkTracerProvider.builder()
                .addSpanProcessor(BatchSpanProcessor.builder(new Discarding()).build())
                .build();
        private final OpenTelemetrySdk sdk =
                OpenTelemetrySdk.builder().setTracerProvider(tracers).build();
        private final OpenAIClient client =
                OpenAITelemetry.builder(sdk).build().wrap(StubbedHttp.client());

        @TearDown(Level.Trial)
        public void stop() {
            sdk.close();
        }
    }

    private static final class Discarding implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private static ChatCompletion call(OpenAIClient client) {
        return client.chat().completions().create(PARAMS);
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void bare(Bare state, Blackhole blackhole) {
        for (int i = 0; i < CALLS; i++) {
            blackhole.consume(call(state.client));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void sentryAi(Wrapped state, Blackhole blackhole) {
        ITransaction transaction = transaction();
        for (int i = 0; i < CALLS; i++) {
            blackhole.consume(call(state.client));
        }
        finish(transaction);
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void sentryByHand(ByHand state, Blackhole blackhole) {
        ITransaction transaction = transaction();
        for (int i = 0; i < CALLS; i++) {
            blackhole.consume(SpanByHand.around(transaction, () -> call(state.client)));
        }
        finish(transaction);
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void openTelemetry(OpenTelemetry state, Blackhole blackhole) {
        Span parent = state.tracers.get("benchmark").spanBuilder("job").startSpan();
        try (Scope scope = parent.makeCurrent()) {
            for (int i = 0; i < CALLS; i++) {
                blackhole.consume(call(state.client));
            }
        }
        parent.end();
        state.tracers.forceFlush().join(10, TimeUnit.SECONDS);
    }
}
