package dev.sentryai.benchmarks;

import dev.sentryai.SentryAi;
import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.TokenUsage;
import io.sentry.Hint;
import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import io.sentry.ISpan;
import io.sentry.Sentry;
import io.sentry.SentryEnvelope;
import io.sentry.SentryOptions;
import io.sentry.SpanOptions;
import io.sentry.SpanStatus;
import io.sentry.transport.ITransport;
import io.sentry.transport.RateLimiter;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call to a model, bare, instrumented, and with the same span written by hand. */
final class Calls {

    private static final Instrumentation INSTRUMENTATION = new Instrumentation("benchmark");
    private static final GenAiResponse RESPONSE = GenAiResponse.builder()
            .id("r-1")
            .model("gpt-4o-2024-08-06")
            .finishReasons(List.of("stop"))
            .usage(TokenUsage.builder().input(12).output(30).build())
            .build();

    private Calls() {}

    /** Starts Sentry with AI monitoring. */
    static void init(@Nullable Double sampleRate) {
        init(sampleRate, SentryAi::configure);
    }

    /** Starts Sentry as it is, with a transport that writes what it gets to nowhere, on the thread that sends. */
    static void init(@Nullable Double sampleRate, Sentry.OptionsConfiguration<SentryOptions> more) {
        Sentry.init(options -> {
            options.setDsn("http://key@127.0.0.1:1/1");
            options.setTracesSampleRate(sampleRate);
            options.setEnableUncaughtExceptionHandler(false);
            options.setEnableShutdownHook(false);
            options.setTransportFactory((complete, details) -> new Writing(complete));
            more.configure(options);
        });
    }

    static String bare() {
        return "sunny";
    }

    static String instrumented() throws Exception {
        return GenAiCall.start(INSTRUMENTATION, Calls::request).call(Calls::bare, answer -> RESPONSE);
    }

    private static GenAiRequest request() {
        return GenAiRequest.builder(GenAiOps.CHAT)
                .provider("openai")
                .model("gpt-4o")
                .attribute(GenAiAttributes.REQUEST_TEMPERATURE, 0.5)
                .build();
    }

    /** The span is nobody's parent. */
    static String writtenByHand(ISpan parent) {
        ISpan span = started(parent);
        String answer = bare();
        finish(span);
        return answer;
    }

    /** The span is the parent of what the call does, as that of a call of ours is. */
    @SuppressWarnings("try") // the scopes are made current for their effect
    static String writtenByHandAndCurrent(ISpan parent) {
        ISpan span = started(parent);
        IScopes fork = Sentry.forkedCurrentScope("benchmark");
        fork.setActiveSpan(span);
        String answer;
        try (ISentryLifecycleToken current = fork.makeCurrent()) {
            answer = bare();
        }
        finish(span);
        return answer;
    }

    private static ISpan started(ISpan parent) {
        SpanOptions options = new SpanOptions();
        options.setOrigin("auto.ai.benchmark");
        ISpan span = parent.startChild("gen_ai.chat", "chat gpt-4o", options);
        span.setData(GenAiAttributes.OPERATION_NAME, "chat");
        span.setData(GenAiAttributes.PROVIDER_NAME, "openai");
        span.setData(GenAiAttributes.REQUEST_MODEL, "gpt-4o");
        span.setData(GenAiAttributes.REQUEST_TEMPERATURE, 0.5);
        return span;
    }

    private static void finish(ISpan span) {
        span.setData(GenAiAttributes.RESPONSE_ID, "r-1");
        span.setData(GenAiAttributes.RESPONSE_MODEL, "gpt-4o-2024-08-06");
        span.setData(GenAiAttributes.RESPONSE_FINISH_REASONS, "[\"stop\"]");
        span.setData(GenAiAttributes.USAGE_INPUT_TOKENS, 12);
        span.setData(GenAiAttributes.USAGE_OUTPUT_TOKENS, 30);
        span.setData(GenAiAttributes.USAGE_TOTAL_TOKENS, 42);
        span.finish(SpanStatus.OK);
    }

    private record Writing(SentryOptions options) implements ITransport {

        @Override
        public void send(SentryEnvelope envelope, Hint hint) {
            try {
                options.getSerializer().serialize(envelope, OutputStream.nullOutputStream());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void flush(long timeoutMillis) {
            // nothing waits
        }

        @Override
        public @Nullable RateLimiter getRateLimiter() {
            return null;
        }

        @Override
        public void close(boolean isRestarting) {
            // nothing is open
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
