package dev.sentryai.testing;

import dev.sentryai.SentryAi;
import dev.sentryai.SentryAiOptions;
import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import io.sentry.ILogger;
import io.sentry.ISentryLifecycleToken;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.SentryLevel;
import io.sentry.SentryOptions;
import io.sentry.TransactionOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The real Sentry SDK against a fake Sentry. The test's thread gets an isolation scope of its own, as a request has in a
 * server: without one it would share its scopes with every new thread.
 */
public final class SentrySession implements AutoCloseable {

    public static final String DEAD_DSN = "http://key@127.0.0.1:1/1";

    private final FakeSentry server = FakeSentry.start();
    private final Map<String, Long> discarded = new ConcurrentHashMap<>();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final ISentryLifecycleToken isolation;

    private SentrySession(Consumer<SentryOptions> configuration) {
        Sentry.init(options -> {
            options.setDsn(server.dsn());
            options.setTracesSampleRate(1.0);
            options.setRelease("shop@1.2.3");
            options.setEnvironment("test");
            options.setServerName("host-1");
            options.setEnableUncaughtExceptionHandler(false);
            options.setEnableShutdownHook(false);
            options.setDebug(true);
            options.setDiagnosticLevel(SentryLevel.WARNING);
            options.setLogger(new CollectingLogger(logged));
            options.setOnDiscard((reason, category, count) ->
                    discarded.merge(reason.getReason() + "/" + category.getCategory(), count, Long::sum));
            configuration.accept(options);
        });
        isolation = Sentry.pushIsolationScope();
    }

    /** Starts with AI monitoring and these settings. */
    public static SentrySession streaming(Consumer<SentryAiOptions> ai) {
        return with(options -> SentryAi.configure(options, ai));
    }

    /** Starts with AI monitoring whose spans stay in their transaction. */
    public static SentrySession embedded(Consumer<SentryAiOptions> ai) {
        return streaming(ai.andThen(settings -> settings.setStreamGenAiSpans(false)));
    }

    /** Starts with what the test configures, and nothing else. */
    public static SentrySession with(Consumer<SentryOptions> configuration) {
        return new SentrySession(configuration);
    }

    /** Starts a transaction that is current here. */
    public ITransaction transaction(String name) {
        TransactionOptions options = new TransactionOptions();
        options.setBindToScope(true);
        return Sentry.startTransaction(name, "http.server", options);
    }

    public FakeSentry server() {
        return server;
    }

    /** Returns what has arrived, after a flush. */
    public Telemetry flush() {
        Sentry.flush(30_000);
        return server.telemetry();
    }

    /** Returns the span of that name, after a flush. */
    public SpanRecord span(String name) {
        return flush().spans().stream()
                .filter(span -> name.equals(span.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no span \"" + name + "\" in " + server.telemetry().spans()));
    }

    /** Returns how much the SDK says it lost, by reason and category. */
    public Map<String, Long> discarded() {
        return discarded;
    }

    /** Returns what the SDK logged as a warning or an error. */
    public List<String> logged() {
        return logged;
    }

    @Override
    public void close() {
        isolation.close();
        Sentry.close();
        server.close();
    }

    private record CollectingLogger(List<String> lines) implements ILogger {

        @Override
        public void log(SentryLevel level, String message, @Nullable Object... args) {
            add(level, args.length == 0 ? message : String.format(message, args));
        }

        @Override
        public void log(SentryLevel level, String message, @Nullable Throwable throwable) {
            add(level, message + " " + throwable);
        }

        @Override
        public void log(SentryLevel level, @Nullable Throwable throwable, String message, @Nullable Object... args) {
            add(level, String.format(message, args) + " " + throwable);
        }

        private void add(SentryLevel level, String line) {
            if (level == SentryLevel.WARNING || level == SentryLevel.ERROR) {
                lines.add(line);
            }
        }

        @Override
        public boolean isEnabled(@Nullable SentryLevel level) {
            return true;
        }
    }
}
