package dev.sentryai.bedrock;

import dev.sentryai.tracing.CallObserver;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.ResponseStream;

/** Stands between a model's events and the application's handler. */
final class TrackedInvocation extends TrackedHandler<InvokeModelWithResponseStreamResponse, ResponseStream>
        implements InvokeModelWithResponseStreamResponseHandler {

    TrackedInvocation(InvokeModelWithResponseStreamResponseHandler handler, CallObserver call) {
        super(handler, call);
    }
}
