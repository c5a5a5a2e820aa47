package dev.sentryai.bedrock;

import dev.sentryai.tracing.CallObserver;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/** Stands between a streamed message and the application's handler. */
final class TrackedConversation extends TrackedHandler<ConverseStreamResponse, ConverseStreamOutput>
        implements ConverseStreamResponseHandler {

    TrackedConversation(ConverseStreamResponseHandler handler, CallObserver call) {
        super(handler, call);
    }
}
