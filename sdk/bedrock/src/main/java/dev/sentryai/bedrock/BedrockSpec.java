package dev.sentryai.bedrock;

import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.proxy.ClientSpec;
import dev.sentryai.proxy.ClientTypes;
import dev.sentryai.proxy.Operation;
import java.util.List;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/** Tells the engine which calls of Bedrock's clients are recorded. */
final class BedrockSpec {

    private static final List<Operation> OPERATIONS = List.of(converse(), converseStream());

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
                "converse", ConverseRequest.class, Converse::request, () -> ResponseReader.of(Converse::response));
    }

    private static Operation converseStream() {
        return new Operation(
                "converseStream",
                ConverseStreamRequest.class,
                request -> Converse.request(request).streaming(true),
                ConverseEvents::new,
                (handler, call) -> new TrackedConversation((ConverseStreamResponseHandler) handler, call));
    }
}
