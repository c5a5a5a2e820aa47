package dev.sentryai.http.exchange;

import dev.sentryai.format.WireOperation;
import dev.sentryai.wire.Wire;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** One kind of request by which models are called. Immutable. */
public final class Route {

    private final PathPattern path;
    private final BiPredicate<String, Wire> isCall;
    private final Predicate<Wire> isStreamed;
    private final Function<String, WireOperation> operation;
    private final String provider;

    /**
     * Makes a route.
     *
     * @param path where the requests go
     * @param isCall tells from the model that the path names, or from the empty string, and the body whether this is such a request, as
     *     others may go to the same path
     * @param isStreamed tells from the body whether the answer is to come in chunks
     * @param operation returns what reads requests and responses of a model that the path names, or of the empty string
     * @param provider who answers where the host tells nothing
     */
    Route(
            PathPattern path,
            BiPredicate<String, Wire> isCall,
            Predicate<Wire> isStreamed,
            Function<String, WireOperation> operation,
            String provider) {
        this.path = path;
        this.isCall = isCall;
        this.isStreamed = isStreamed;
        this.operation = operation;
        this.provider = provider;
    }

    /** Returns this route for other ways of asking for a stream. */
    Route streamed(Predicate<Wire> otherwise) {
        return new Route(path, isCall, otherwise, operation, provider);
    }

    /** Returns this route for streams alone. */
    Route alwaysStreamed() {
        return streamed(body -> true);
    }

    PathPattern path() {
        return path;
    }

    boolean isCall(String requested, Wire body) {
        return body.isPresent() && isCall.test(path.model(requested), body);
    }

    boolean isStreamed(Wire body) {
        return isStreamed.test(body);
    }

    WireOperation operation(String requested) {
        return operation.apply(path.model(requested));
    }

    String provider() {
        return provider;
    }
}
