package dev.sentryai.tracing;

import dev.sentryai.instrument.Binding;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Completes as its source does, but after the call has ended: what depends on the source itself runs in no useful order, and could
 * finish the transaction before the span. It completes with the caller's context current, so that what follows finds its parent.
 */
public final class TrackedFuture extends CompletableFuture<@Nullable Object> {

    private final CompletableFuture<?> source;

    private TrackedFuture(CompletableFuture<?> source) {
        this.source = source;
    }

    /**
     * Returns a future that follows the source.
     *
     * @param track ends the call, or follows what the source completed with; never throws
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the returned future says what the dependent stage would
    public static TrackedFuture of(
            CompletableFuture<?> source, Recording recording, UnaryOperator<@Nullable Object> track) {
        TrackedFuture future = new TrackedFuture(source);
        source.whenComplete((value, failure) -> {
            if (failure == null) {
                future.finish(recording, track.apply(value), null);
            } else {
                recording.fail(failure);
                future.finish(recording, null, failure);
            }
        });
        return future;
    }

    private void finish(Recording recording, @Nullable Object value, @Nullable Throwable failure) {
        Binding caller = recording.bindCaller();
        try {
            if (failure == null) {
                complete(value);
            } else {
                completeExceptionally(failure);
            }
        } finally {
            caller.close();
        }
    }

    /** Cancels the source, which ends the call. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        source.cancel(mayInterruptIfRunning);
        return super.cancel(mayInterruptIfRunning);
    }
}
