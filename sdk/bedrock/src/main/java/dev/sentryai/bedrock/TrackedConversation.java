package dev.sentryai.bedrock;

import dev.sentryai.instrument.Binding;
import dev.sentryai.proxy.CallObserver;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/**
 * Stands between a streamed message and the application's handler, which runs with the caller's context current.
 *
 * @param handler the application's
 * @param call the call whose message this is
 */
record TrackedConversation(ConverseStreamResponseHandler handler, CallObserver call)
        implements ConverseStreamResponseHandler {

    @Override
    public void responseReceived(ConverseStreamResponse response) {
        asCaller(() -> handler.responseReceived(response));
    }

    @Override
    public void onEventStream(SdkPublisher<ConverseStreamOutput> events) {
        SdkPublisher<ConverseStreamOutput> tracked = SdkPublisher.adapt(
                subscriber -> events.subscribe(new TrackedSubscriber<ConverseStreamOutput>(subscriber, call)));
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
