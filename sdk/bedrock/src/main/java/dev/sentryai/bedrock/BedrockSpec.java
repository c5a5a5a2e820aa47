package dev.sentryai.bedrock;

import dev.sentryai.format.WireOperation;
import dev.sentryai.format.bedrock.BedrockFormat;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.proxy.ClientSpec;
import dev.sentryai.proxy.ClientTypes;
import dev.sentryai.proxy.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
                request -> request(((ConverseRequest) request).modelId(), request),
                request -> conversation(((ConverseRequest) request).modelId())
                        .whole()
                        .get()
                        .from(BedrockModels::wire),
                (handler, call) -> handler);
    }

    private static Operation converseStream() {
        return new Operation(
                "converseStream",
                ConverseStreamRequest.class,
                request -> request(((ConverseStreamRequest) request).modelId(), request)
                        .streaming(true),
                request -> conversation(((ConverseStreamRequest) request).modelId())
                        .streamed()
                        .get()
                        .from(BedrockModels::wire),
                (handler, call) -> new TrackedConversation((ConverseStreamResponseHandler) handler, call));
    }

    private static GenAiRequest.Builder request(@Nullable String modelId, Object request) {
        return conversation(modelId).request().apply(BedrockModels.wire(request));
    }

    /** @param modelId null if the application left it out */
    private static WireOperation conversation(@Nullable String modelId) {
        return BedrockFormat.converse(modelId == null ? "" : modelId);
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
