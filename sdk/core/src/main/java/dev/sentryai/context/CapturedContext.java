package dev.sentryai.context;

import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import io.sentry.Sentry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of a place in the application, as they were when it was captured: the current span, conversation,
 * pipeline and everything else that follows the Sentry SDK's scopes. Each task that runs in them has a fork of its own,
 * so what one changes neither the next one nor the place itself sees. Thread-safe.
 */
public final class CapturedContext {

    private final IScopes captured;

    private CapturedContext(IScopes captured) {
        this.captured = captured;
    }

    /** Captures what is current on this thread. */
    public static CapturedContext here() {
        return new CapturedContext(Sentry.getCurrentScopes().forkedScopes("sentry-ai"));
    }

    /** Returns an executor that captures the surroundings of each place that hands a task over, for that task. */
    public static Executor carriedBy(Executor executor) {
        return executor instanceof ContextExecutor || executor instanceof ContextExecutorService
                ? executor
                : new ContextExecutor(executor);
    }

    /** Returns an executor that captures the surroundings of each place that hands a task over, for that task. */
    public static ExecutorService carriedBy(ExecutorService executor) {
        return executor instanceof ContextExecutorService ? executor : new ContextExecutorService(executor);
    }

    /** Returns a task that does the same in these surroundings. */
    @SuppressWarnings("try") // the scopes are made current for their effect
    public Runnable wrap(Runnable task) {
        return () -> {
            try (ISentryLifecycleToken current = enter()) {
                task.run();
            }
        };
    }

    /** Returns a task that does the same in these surroundings. */
    @SuppressWarnings("try") // the scopes are made current for their effect
    public <T extends @Nullable Object> Callable<T> wrap(Callable<T> task) {
        return () -> {
            try (ISentryLifecycleToken current = enter()) {
                return task.call();
            }
        };
    }

    /** Returns a supplier that does the same in these surroundings. */
    @SuppressWarnings("try") // the scopes are made current for their effect
    public <T extends @Nullable Object> Supplier<T> wrap(Supplier<T> supplier) {
        return () -> {
            try (ISentryLifecycleToken current = enter()) {
                return supplier.get();
            }
        };
    }

    <T extends @Nullable Object> List<Callable<T>> wrapAll(Collection<? extends Callable<T>> tasks) {
        List<Callable<T>> wrapped = new ArrayList<>();
        for (Callable<T> task : tasks) {
            wrapped.add(wrap(task));
        }
        return wrapped;
    }

    private ISentryLifecycleToken enter() {
        return captured.forkedScopes("sentry-ai").makeCurrent();
    }
}
