package dev.sentryai.context;

import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import io.sentry.SentryLevel;
import java.util.function.Consumer;

/**
 * A block of code with surroundings of its own, for try-with-resources. What is started inside, also on other threads
 * through the Sentry SDK's wrappers, keeps them even after the block. Close it on the thread that opened it.
 */
public final class ContextBlock implements AutoCloseable {

    private final IScopes outer;
    private final ISentryLifecycleToken token;
    private final Thread thread = Thread.currentThread();
    private boolean closed;

    private ContextBlock(IScopes outer, ISentryLifecycleToken token) {
        this.outer = outer;
        this.token = token;
    }

    static ContextBlock open(IScopes scopes, Consumer<IScopes> values) {
        IScopes block = scopes.forkedCurrentScope("sentry-ai");
        if (!block.isNoOp()) {
            values.accept(block);
        }
        return new ContextBlock(scopes, block.makeCurrent());
    }

    /** Returns to the surroundings of before; from another thread than the one that opened the block, does nothing. */
    @Override
    public void close() {
        if (thread != Thread.currentThread()) {
            // the token would put this thread into the other one's scopes, for good
            outer.getOptions()
                    .getLogger()
                    .log(
                            SentryLevel.WARNING,
                            "A block of sentry-ai was closed on another thread than it was opened on.");
            return;
        }
        if (!closed) {
            closed = true;
            token.close();
        }
    }
}
