package dev.sentryai.http.jdk;

import dev.sentryai.http.exchange.Exchange;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Passes a body on, part by part as it comes, and shows each part to the exchange first, since it may be gone afterwards. */
final class TeeSubscriber<T> implements BodySubscriber<T> {

    private final BodySubscriber<T> subscriber;
    private final Exchange exchange;

    TeeSubscriber(BodySubscriber<T> subscriber, Exchange exchange) {
        this.subscriber = subscriber;
        this.exchange = exchange;
    }

    @Override
    public CompletionStage<T> getBody() {
        return subscriber.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscriber.onSubscribe(new TeeSubscription(subscription, exchange));
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        parts.forEach(exchange::take);
        subscriber.onNext(parts);
    }

    @Override
    public void onError(Throwable failure) {
        exchange.breakOff(failure);
        subscriber.onError(failure);
    }

    /** The call has ended before the application goes on. */
    @Override
    public void onComplete() {
        exchange.complete();
        subscriber.onComplete();
    }

    private record TeeSubscription(Flow.Subscription subscription, Exchange exchange) implements Flow.Subscription {

        @Override
        public void request(long n) {
            subscription.request(n);
        }

        @Override
        public void cancel() {
            exchange.abandon();
            subscription.cancel();
        }
    }
}
