package dev.sentryai.bedrock;

import dev.sentryai.format.bedrock.BedrockFormat;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.proxy.ClientSpec;
import dev.sentryai.proxy.ClientTypes;
import dev.sentryai.proxy.Operation;
import java.util.List;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;

/** Tells the engine which calls of Bedrock's clients are recorded. */
final class BedrockSpec {

    private static final List<Operation> OPERATIONS =
            List.of(converse(), converseStream(), invokeModel(), invokeModelWithResponseStream());

    private BedrockSpec() {}

    static ClientSpec of(BedrockOptions options) {
        return new ClientSpec(
                new Instrumentation("bedrock", options.recordInputs(), options.recordOutputs()),
                ClientTypes.values(),
                OPERATIONS,
                client -> BedrockEndpoint.of(client, options.providerName()),
                BedrockErrors::read);
    }

    private static Operation converse() {
        return new Operation(
                "converse",
                ConverseRequest.class,
                BedrockSpec::conversation,
                request -> Invocation.modelKnown(
                        ((ConverseRequest) request).modelId(),
                        BedrockFormat.CONVERSE.whole().get().from(BedrockModels::wire)),
                (handler, call) -> handler);
    }

    private static Operation converseStream() {
        return new Operation(
                "converseStream",
                ConverseStreamRequest.class,
                request -> conversation(request).streaming(true),
                request -> Invocation.modelKnown(
                        ((ConverseStreamRequest) request).modelId(),
                        BedrockFormat.CONVERSE.streamed().get().from(BedrockModels::wire)),
                (handler, call) -> new TrackedConversation((ConverseStreamResponseHandler) handler, call));
    }

    private static GenAiRequest.Builder conversation(Object request) {
        return BedrockFormat.CONVERSE.request().apply(BedrockModels.wire(request));
    }

    private static Operation invokeModel() {
        return new Operation(
                "invokeModel",
                InvokeModelRequest.class,
                request -> Invocation.of((InvokeModelRequest) request).request(),
                request -> Invocation.of((InvokeModelRequest) request).whole(),
                (handler, call) -> handler);
    }

    private static Operation invokeModelWithResponseStream() {
        return new Operation(
                "invokeModelWithResponseStream",
                InvokeModelWithResponseStreamRequest.class,
                request -> Invocation.of((InvokeModelWithResponseStreamRequest) request)
                        .request()
                        .streaming(true),
                request -> Invocation.of((InvokeModelWithResponseStreamRequest) request)
                        .streamed(),
                (handler, call) -> new TrackedInvocation((InvokeModelWithResponseStreamResponseHandler) handler, call));
    }
}
