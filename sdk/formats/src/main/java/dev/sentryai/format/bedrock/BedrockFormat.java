package dev.sentryai.format.bedrock;

import dev.sentryai.format.HeaderReader;
import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * The operations of Bedrock's runtime API. Token counts have what came from the cache and went into it beside the input, in which it
 * is included here.
 */
public final class BedrockFormat {

    private static final HeaderReader HEADERS =
            new HeaderReader(InvocationHeaders::usage, InvocationHeaders::errorType);

    private BedrockFormat() {}

    /**
     * Returns a conversation in the one format that Bedrock has for all models: {@code converse} and {@code converse-stream}.
     *
     * @param modelId the id, or the name of a resource of AWS, to which the request is sent; empty if that is not known
     */
    public static WireOperation converse(String modelId) {
        return new WireOperation(
                body -> Converse.request(body).model(nameOf(modelId)),
                () -> NamedModel.of(modelId, ResponseReader.of(Converse::response)),
                () -> NamedModel.of(modelId, new ConverseEvents()),
                BedrockFormat::errorType,
                HEADERS);
    }

    /**
     * Returns how a model is invoked in the format of its own maker: {@code invoke} and {@code invoke-with-response-stream}. Requests
     * are told apart by what is in them, responses likewise: of what is of no known format nothing is read. Streams end with token
     * counts by Bedrock, and other responses have them as headers; they count where the maker's format has none.
     *
     * @param modelId the id, or the name of a resource of AWS, to which the request is sent; empty if that is not known
     */
    public static WireOperation invokeModel(String modelId) {
        return new WireOperation(
                body -> InvokedFormat.ofRequest(modelId, body)
                        .operation()
                        .request()
                        .apply(body)
                        .model(nameOf(modelId)),
                () -> NamedModel.of(modelId, InvokedResponse.whole()),
                () -> NamedModel.of(modelId, InvokedResponse.streamed()),
                BedrockFormat::errorType,
                HEADERS);
    }

    /** Tells whether a body that is sent to a model has one of the formats that can be read. */
    public static boolean isInvocation(String modelId, Wire body) {
        return InvokedFormat.ofRequest(modelId, body).isKnown();
    }

    /** Returns an id as it is, or what the name of a resource of AWS ends in: the rest tells account and region. */
    private static @Nullable String nameOf(String modelId) {
        return modelId.isEmpty() ? null : ModelName.of(modelId);
    }

    /** Errors have their type in a header; where gateways put it into the body, it is there. */
    private static @Nullable String errorType(Wire bodyOrEvent) {
        return bodyOrEvent.get("__type").word();
    }
}
