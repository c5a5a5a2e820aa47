package dev.sentryai.bedrock;

import dev.sentryai.instrument.Binding;
import dev.sentryai.tracing.CallObserver;
import software.amazon.awssdk.awscore.eventstream.EventStreamResponseHandler;
import software.amazon.awssdk.core.async.SdkPublisher;

/**
 * Stands between a stream of events and the application's handler, which runs with the caller's context current.
 *
 * @param <R> what comes before the events
 * @param <E> an event
 */
abstract sealed class TrackedHandler<R, E> implements EventStreamResponseHandler<R, E>
        permits TrackedConversation, TrackedInvocation {

    private final EventStreamResponseHandler<R, E> handler;
    private final CallObserver call;

    TrackedHandler(EventStreamResponseHandler<R, E> handler, CallObserver call) {
        this.handler = handler;
        this.call = call;
    }

    @Override
    public void responseReceived(R response) {
        asCaller(() -> handler.responseReceived(response));
    }

    @Override
    public void onEventStream(SdkPublisher<E> events) {
        SdkPublisher<E> tracked =
                SdkPublisher.adapt(subscriber -> events.subscribe(new TrackedSubscriber<E>(subscriber, call)));
        asCaller(() -> handler.onEventStream(tracked));
    }

    @Override
    public void exceptionOccurred(Throwable failure) {
        asCaller(() -> handler.exceptionOccurred(failure));
    }

    @Override
    public void complete() {
        asCaller(handler::complete);
    }

    private void asCaller(Runnable application) {
        Binding caller = call.bindCaller();
        try {
            application.run();
        } finally {
            caller.close();
        }
    }
}
