package dev.sentryai.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.instrument.ProviderError;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.proxy.mini.AsyncChunks;
import dev.sentryai.proxy.mini.Chunks;
import dev.sentryai.proxy.mini.MiniClient;
import dev.sentryai.proxy.mini.MiniClientImpl;
import dev.sentryai.proxy.mini.MiniService.Params;
import dev.sentryai.proxy.mini.Raw;
import dev.sentryai.proxy.mini.Replies;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.TransactionOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The client in small, wrapped, in front of a fake Sentry, inside a transaction. */
final class MiniBench implements AutoCloseable {

    private static final long FLUSH_MILLIS = 10_000;

    final FakeSentry sentry = FakeSentry.start();
    final Replies replies = new Replies();
    final MiniClient bare = new MiniClientImpl("https://one.example", replies);
    Function<Object, GenAiRequest.Builder> request = MiniBench::read;
    Function<Object, GenAiResponse> response = MiniBench::readWhole;
    Function<Throwable, ProviderError> error = failure -> ProviderError.UNKNOWN;
    final MiniClient client = wrap(bare);
    private final ITransaction transaction;

    MiniBench() {
        Sentry.init(options -> {
            options.setDsn(sentry.dsn());
            options.setTracesSampleRate(1.0);
        });
        TransactionOptions options = new TransactionOptions();
        options.setBindToScope(true);
        transaction = Sentry.startTransaction("test", "test", options);
    }

    MiniClient wrap(MiniClient other) {
        return TracedClient.wrap(MiniClient.class, other, spec());
    }

    ClientSpec spec() {
        return new ClientSpec(
                new Instrumentation("mini"),
                new ClientTypes(Set.of(MiniClient.class.getPackageName()), Chunks.class, AsyncChunks.class, Raw.class),
                List.of(
                        whole("create"),
                        whole("createRaw"),
                        streamed("createStreaming"),
                        streamed("createRawStreaming")),
                client -> new Endpoint("mini", ((MiniClient) client).baseUrl(), 443),
                failure -> error.apply(failure));
    }

    private Operation whole(String method) {
        return new Operation(
                method,
                Params.class,
                params -> request.apply(params),
                () -> ResponseReader.of(value -> response.apply(value)));
    }

    private Operation streamed(String method) {
        return new Operation(method, Params.class, params -> request.apply(params), Joined::new);
    }

    private static GenAiRequest.Builder read(Object params) {
        return GenAiRequest.builder(GenAiOps.CHAT).model(((Params) params).text());
    }

    private static GenAiResponse readWhole(Object value) {
        return GenAiResponse.builder().id((String) value).build();
    }

    SpanRecord onlyCall() {
        List<SpanRecord> calls = calls();
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    /** Returns the spans of calls, having ended the transaction. */
    List<SpanRecord> calls() {
        return telemetry().aiSpans();
    }

    /** Collects garbage until every call has ended. */
    void awaitAbandonment() {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FLUSH_MILLIS);
        while (isAnyCallOpen() && System.nanoTime() < deadline) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(isAnyCallOpen()).as("open calls after garbage collection").isFalse();
    }

    private boolean isAnyCallOpen() {
        return transaction.getSpans().stream().anyMatch(span -> !span.isFinished());
    }

    Telemetry telemetry() {
        transaction.finish();
        Sentry.flush(FLUSH_MILLIS);
        return sentry.telemetry();
    }

    static Object idOf(SpanRecord call) {
        return call.sent(GenAiAttributes.RESPONSE_ID).orElse("");
    }

    @Override
    public void close() {
        Sentry.close();
        sentry.close();
    }

    /** Joins chunks to the id, which is recorded whatever the content policy says. */
    private static final class Joined implements ResponseReader<Object> {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void accept(Object chunk) {
            text.append(chunk);
        }

        @Override
        public GenAiResponse response() {
            return GenAiResponse.builder().id(text.toString()).build();
        }
    }
}
