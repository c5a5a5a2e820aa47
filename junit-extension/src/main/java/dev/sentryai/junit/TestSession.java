package dev.sentryai.junit;

import dev.sentryai.SentryAi;
import dev.sentryai.SentryAiOptions;
import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.telemetry.Telemetry;
import io.sentry.IScope;
import io.sentry.Sentry;
import io.sentry.SentryIntegrationPackageStorage;
import io.sentry.SentryOptions;
import java.util.Collections;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The time in which one test has the JVM's Sentry SDK to itself. To be closed on the thread that began it. */
final class TestSession implements AutoCloseable {

    /** One per JVM, because that is what it guards: the static Sentry. A store of JUnit's lives no longer than one run. */
    private static final ReentrantLock STATIC_SENTRY = new ReentrantLock(true);

    private final FakeSentry sentry = FakeSentry.start();
    private boolean isOver;

    private TestSession() {}

    /** Waits for the session of any other test to end, then turns Sentry on. */
    static TestSession begin(Consumer<SentryOptions> options, Consumer<SentryAiOptions> aiOptions) {
        if (STATIC_SENTRY.isHeldByCurrentThread()) {
            throw new IllegalStateException("A test with SentryAiExtension runs inside another one, on the same thread;"
                    + " they would share the one Sentry of this JVM");
        }
        STATIC_SENTRY.lock();
        TestSession session = null;
        try {
            session = new TestSession();
            session.turnOn(options, aiOptions);
            return session;
        } catch (RuntimeException | Error e) {
            if (session == null) {
                STATIC_SENTRY.unlock();
            } else {
                session.close();
            }
            throw e;
        }
    }

    FakeSentry sentry() {
        return sentry;
    }

    /** All that was captured so far: when the flush is through, the server has it. */
    Telemetry telemetry() {
        Sentry.flush(SentryAiAssertions.FLUSH_TIMEOUT.toMillis());
        return sentry.telemetry();
    }

    /** Turns Sentry off and lets the next test begin. Again and it does nothing. */
    @Override
    public void close() {
        if (isOver) {
            return;
        }
        isOver = true;
        try (sentry) {
            Sentry.close();
            emptyGlobalScope();
            SentryIntegrationPackageStorage.getInstance().clearStorage();
        } finally {
            STATIC_SENTRY.unlock();
        }
    }

    private void turnOn(Consumer<SentryOptions> change, Consumer<SentryAiOptions> aiChange) {
        // Not inside Sentry.init(configuration), which swallows what the changes throw.
        SentryOptions options = new SentryOptions();
        options.setTracesSampleRate(1.0);
        options.setEnvironment("test");
        options.setAttachServerName(false); // looking it up can take a second, on a thread that stays
        options.setEnableShutdownHook(false);
        options.setEnableUncaughtExceptionHandler(false);
        SentryAi.configure(options, ai -> {
            ai.setRecordInputs(true);
            ai.setRecordOutputs(true);
        });
        change.accept(options);
        SentryAi.configure(options, aiChange);
        options.setDsn(sentry.dsn());
        emptyGlobalScope();
        Sentry.init(options);
    }

    /** The SDK empties the others itself when it is closed. */
    private static void emptyGlobalScope() {
        IScope global = Sentry.getGlobalScope();
        global.clear();
        Collections.list(global.getContexts().keys()).forEach(global::removeContexts);
    }
}
