package dev.sentryai.format;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.wire.Wire;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a provider's API: how its bodies read, whoever carries them. Nothing in a body makes a reader fail; what is not
 * there is left out. Thread-safe, other than the readers of responses.
 *
 * @param request reads the body of a request. Provider, server and whether the answer is streamed are left to the carrier
 * @param whole makes what reads the body of a response that comes in one piece
 * @param streamed makes what reads a streamed response, event by event; as {@code whole} where the API has no streams of this kind
 * @param errorType reads the provider's own word for the kind of error from the body of an error, or from the event that ends a
 *     stream with one; null where there is none
 * @param headers reads what stands beside the body of a response
 */
public record WireOperation(
        Function<Wire, GenAiRequest.Builder> request,
        Supplier<ResponseReader<Wire>> whole,
        Supplier<ResponseReader<Wire>> streamed,
        Function<Wire, @Nullable String> errorType,
        HeaderReader headers) {

    /** Makes an operation whose responses say everything in their bodies. */
    public WireOperation(
            Function<Wire, GenAiRequest.Builder> request,
            Supplier<ResponseReader<Wire>> whole,
            Supplier<ResponseReader<Wire>> streamed,
            Function<Wire, @Nullable String> errorType) {
        this(request, whole, streamed, errorType, HeaderReader.NONE);
    }

    /** Returns this operation with another reader of requests. */
    public WireOperation withRequest(Function<Wire, GenAiRequest.Builder> other) {
        return new WireOperation(other, whole, streamed, errorType, headers);
    }

    /** Returns an operation of which nothing is known but its op. */
    public static WireOperation unknown(String op) {
        return new WireOperation(
                body -> GenAiRequest.builder(op),
                () -> ResponseReader.of(body -> GenAiResponse.NONE),
                () -> ResponseReader.of(event -> GenAiResponse.NONE),
                body -> null);
    }
}
