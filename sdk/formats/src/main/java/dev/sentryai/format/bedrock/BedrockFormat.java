package dev.sentryai.format.bedrock;

import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.wire.Wire;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operations of Bedrock's runtime API. Token counts have what came from the cache and went into it beside the input, in which it
 * is included here.
 */
public final class BedrockFormat {

    /** A conversation in the one format that Bedrock has for all models: {@code converse} and {@code converse-stream}. */
    public static final WireOperation CONVERSE = new WireOperation(
            Converse::request,
            () -> ResponseReader.of(Converse::response),
            ConverseEvents::new,
            BedrockFormat::errorType);

    private BedrockFormat() {}

    /**
     * Returns how a model is invoked in the format of its own maker: {@code invoke} and {@code invoke-with-response-stream}. Requests
     * are told apart by what is in them, responses likewise: of what is of no known format nothing is read. Streams end with token
     * counts by Bedrock, which count where the maker's format has none.
     *
     * @param modelId the id, or the name of a resource of AWS, to which the request is sent
     */
    public static WireOperation invokeModel(String modelId) {
        return new WireOperation(
                body -> InvokedFormat.ofRequest(modelId, body)
                        .operation()
                        .request()
                        .apply(body),
                InvokedResponse::whole,
                InvokedResponse::streamed,
                BedrockFormat::errorType);
    }

    /**
     * Returns the name of the model that answers when a request is sent to an id: that of a foundation model, or of a profile that
     * spreads requests for one over regions, which may have a price of its own. Empty where the id does not tell, such as those of
     * provisioned and of customised models.
     *
     * @param modelId an id, or the name of a resource of AWS
     */
    public static Optional<String> modelOf(String modelId) {
        return ModelName.ofModel(modelId);
    }

    /** Returns an id as it is, or what the name of a resource of AWS ends in: the rest tells account and region. */
    public static String nameOf(String modelId) {
        return ModelName.of(modelId);
    }

    /** Errors have their type in a header; where gateways put it into the body, it is there. */
    private static @Nullable String errorType(Wire bodyOrEvent) {
        return bodyOrEvent.get("__type").word();
    }
}
