package dev.sentryai.proxy.mini;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

public interface AsyncChunks<T> {

    AsyncChunks<T> subscribe(Handler<T> handler);

    CompletableFuture<Void> onCompleteFuture();

    void close();

    interface Handler<T> {
        void onNext(T chunk);

        default void onComplete(Optional<Throwable> failure) {}
    }
}
