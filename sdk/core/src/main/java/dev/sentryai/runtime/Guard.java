package dev.sentryai.runtime;

import io.sentry.ILogger;
import io.sentry.Sentry;
import io.sentry.SentryLevel;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps whatever goes wrong in here from the host: it is logged by the Sentry SDK's logger, and the call goes on. */
public final class Guard {

    /** Logs by the logger of the Sentry SDK that the thread at hand has. */
    public static final Guard OF_THREAD =
            new Guard(() -> Sentry.getCurrentScopes().getOptions().getLogger());

    private final Supplier<ILogger> logger;

    /** @param logger looked up for each failure */
    Guard(Supplier<ILogger> logger) {
        this.logger = logger;
    }

    /** Runs the work. */
    public void run(String what, Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            report(what, e);
        }
    }

    /** Runs the work with what it needs, for where a lambda for each run would cost too much. */
    <A, B> void run(String what, BiConsumer<A, B> work, A first, B second) {
        try {
            work.accept(first, second);
        } catch (Throwable e) {
            report(what, e);
        }
    }

    /** Runs the work with what it needs, likewise. */
    <A> void run(String what, Consumer<A> work, A only) {
        try {
            work.accept(only);
        } catch (Throwable e) {
            report(what, e);
        }
    }

    /** Returns what the work returns, or the fallback when it fails. */
    public <T> T get(String what, Supplier<T> work, T fallback) {
        try {
            return work.get();
        } catch (Throwable e) {
            report(what, e);
            return fallback;
        }
    }

    /** Logs what went wrong where it has been caught already. */
    public void report(String what, Throwable failure) {
        logger.get().log(SentryLevel.ERROR, "AI monitoring failed to " + what + ".", failure);
    }
}
