package dev.sentryai.bedrock;

import dev.sentryai.instrument.Binding;
import dev.sentryai.tracing.CallObserver;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Stands between the events of a stream and the application's subscriber, which runs with the caller's context current.
 *
 * @param subscriber the application's
 * @param call the call whose events these are
 */
record TrackedSubscriber<T>(Subscriber<? super T> subscriber, CallObserver call) implements Subscriber<T> {

    @Override
    public void onSubscribe(Subscription subscription) {
        asCaller(() -> subscriber.onSubscribe(new TrackedSubscription(subscription, call)));
    }

    @Override
    public void onNext(T event) {
        call.chunk(event);
        asCaller(() -> subscriber.onNext(event));
    }

    /** Ends nothing: the client may try again. */
    @Override
    public void onError(Throwable failure) {
        asCaller(() -> subscriber.onError(failure));
    }

    @Override
    public void onComplete() {
        call.succeed();
        asCaller(subscriber::onComplete);
    }

    private void asCaller(Runnable application) {
        Binding caller = call.bindCaller();
        try {
            application.run();
        } finally {
            caller.close();
        }
    }

    private record TrackedSubscription(Subscription subscription, CallObserver call) implements Subscription {

        @Override
        public void request(long events) {
            subscription.request(events);
        }

        @Override
        public void cancel() {
            // Before the connection goes: what the client makes of that is no failure.
            call.abandon();
            subscription.cancel();
        }
    }
}
