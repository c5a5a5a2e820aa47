package dev.sentryai.delivery;

import dev.sentryai.sentry.SentryScopes;
import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import io.sentry.Sentry;
import java.util.List;
import java.util.function.Function;

/**
 * Holds a span current on a thread, in a fork of the thread's scopes. Whoever inherits the fork, such as a task wrapped
 * by the Sentry SDK, inherits the span.
 */
public final class SpanBinding implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final IScopes fork = Sentry.getCurrentScopes().forkedCurrentScope("sentry-ai");
    private final List<ISentryLifecycleToken> tokens;
    private volatile boolean closed;

    private SpanBinding(Function<IScopes, List<ISentryLifecycleToken>> makeCurrent) {
        tokens = makeCurrent.apply(fork);
    }

    /** Makes the span current on this thread. */
    public static SpanBinding bind(OpenSpan span) {
        return new SpanBinding(
                fork -> SentryScopes.makeCurrent(span.sentrySpan().orElse(null), fork));
    }

    /** Makes nothing current but a fork of the scopes, in which everything is as before. */
    public static SpanBinding mark() {
        return new SpanBinding(fork -> List.of(fork.makeCurrent()));
    }

    /** Returns the scopes in which the span is current. */
    public IScopes scopes() {
        return fork;
    }

    /** Tells whether it has been closed. */
    public boolean isClosed() {
        return closed;
    }

    /**
     * Makes current what was current before. On another thread it does nothing, as that thread's scopes are not ours to
     * replace; only the first call counts.
     */
    @Override
    public void close() {
        if (!closed && Thread.currentThread() == thread) {
            closed = true;
            for (int i = tokens.size() - 1; i >= 0; i--) {
                tokens.get(i).close();
            }
        }
    }
}
