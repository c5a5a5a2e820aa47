package dev.sentryai;

import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the caller gets instead of the stage that is tracked. It completes after the span ended: dependents of the stage
 * itself run in any order, so the caller could end the transaction before the span.
 */
public final class TrackedFuture<T> extends CompletableFuture<T> {

    private final CompletionStage<T> source;
    private final Consumer<@Nullable Throwable> end;
    private final IScopes callerScopes;

    private TrackedFuture(CompletionStage<T> source, Consumer<@Nullable Throwable> end, IScopes callerScopes) {
        this.source = source;
        this.end = end;
        this.callerScopes = callerScopes;
    }

    /**
     * Makes one.
     *
     * @param source null, a breach of its contract that is not ours to report, counts as completed with null
     * @param end told once or more that the source ended, and the exception if it failed
     * @param callerScopes current for what the caller hangs on the future
     */
    public static <T> CompletableFuture<T> of(
            @Nullable CompletionStage<T> source, Consumer<@Nullable Throwable> end, IScopes callerScopes) {
        if (source == null) {
            end.accept(null);
            return CompletableFuture.completedFuture(null);
        }
        TrackedFuture<T> future = new TrackedFuture<>(source, end, callerScopes);
        source.whenComplete(future::finish);
        return future;
    }

    @SuppressWarnings("try") // the scopes are made current for their effect
    private void finish(T value, @Nullable Throwable failure) {
        end.accept(failure);
        try (ISentryLifecycleToken current = callerScopes.makeCurrent()) {
            if (failure == null) {
                complete(value);
            } else {
                completeExceptionally(failure);
            }
        }
    }

    /** Cancels the source too, as if the caller had it. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (!isDone()) {
            cancelSource(mayInterruptIfRunning);
            end.accept(new CancellationException());
        }
        return super.cancel(mayInterruptIfRunning);
    }

    private void cancelSource(boolean mayInterruptIfRunning) {
        try {
            source.toCompletableFuture().cancel(mayInterruptIfRunning);
        } catch (UnsupportedOperationException notCancellable) {
            // a stage need not be a future; then it goes on unobserved
        }
    }
}
