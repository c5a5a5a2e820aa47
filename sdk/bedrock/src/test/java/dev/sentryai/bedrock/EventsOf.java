package dev.sentryai.bedrock;

import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Bench;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Events that the client delivers, as the contract reads them: asked for one by one. */
final class EventsOf<T> implements AnswerStream, Subscriber<T>, Iterator<String> {

    private static final Object END = new Object();

    private final Function<T, String> text;
    private final BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private @Nullable Object next;

    EventsOf(Function<T, String> text) {
        this.text = text;
    }

    /** Learns from the call's future how the stream ends, as a failed call has no events. */
    EventsOf<T> endingWith(CompletableFuture<Void> call) {
        var unused = call.whenComplete((nothing, failure) -> arrived.add(failure == null ? END : failure));
        return this;
    }

    @Override
    public void onSubscribe(Subscription subscribed) {
        subscription.complete(subscribed);
    }

    @Override
    public void onNext(T event) {
        arrived.add(text.apply(event));
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}

    @Override
    public Iterator<String> texts() {
        return this;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = take();
        }
        if (next instanceof Throwable failure) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            throw cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
        }
        return next != END;
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        String taken = String.valueOf(next);
        next = null;
        return taken;
    }

    /** Asks for an event only when somebody wants it, so that none is on its way when the stream is closed. */
    private Object take() {
        subscription.thenAccept(subscribed -> subscribed.request(1));
        try {
            Object taken = arrived.poll(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return taken == null ? new IllegalStateException("No event arrived within " + Bench.PATIENCE) : taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("Interrupted while waiting for an event", e);
        }
    }

    @Override
    public void close() {
        subscription.thenAccept(Subscription::cancel);
    }
}
