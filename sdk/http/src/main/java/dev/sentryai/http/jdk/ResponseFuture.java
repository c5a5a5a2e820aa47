package dev.sentryai.http.jdk;

import dev.sentryai.http.exchange.Exchange;
import dev.sentryai.instrument.Binding;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Completes as the client's future does, with the caller's context current. Cancelling it, or a future that was derived from it,
 * cancels the client's.
 */
final class ResponseFuture<V> extends CompletableFuture<V> {

    private final CompletableFuture<?> source;

    private ResponseFuture(CompletableFuture<?> source) {
        this.source = source;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the returned future says what the dependent stage would
    static <T> CompletableFuture<HttpResponse<T>> follow(CompletableFuture<HttpResponse<T>> source, Exchange exchange) {
        ResponseFuture<HttpResponse<T>> future = new ResponseFuture<>(source);
        source.whenComplete((response, failure) -> {
            HttpResponse<T> followed = failure == null ? ReturnedBody.follow(response, exchange) : response;
            if (failure != null) {
                exchange.fail(failure);
            }
            Binding caller = exchange.bindCaller();
            try {
                future.finish(followed, failure);
            } finally {
                caller.close();
            }
        });
        return future;
    }

    private void finish(V value, @Nullable Throwable failure) {
        if (failure == null) {
            complete(value);
        } else {
            completeExceptionally(failure);
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new ResponseFuture<>(source);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        source.cancel(mayInterruptIfRunning);
        return super.cancel(mayInterruptIfRunning);
    }
}
