package dev.sentryai.http.exchange;

import dev.sentryai.format.WireOperation;
import dev.sentryai.wire.Wire;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One kind of request by which models are called.
 *
 * @param path matches the whole decoded path of the URLs; what its first group catches, where it has one, is the model that is asked,
 *     unless the body names one
 * @param isCall tells from the body whether this is such a request, as others may go to the same path
 * @param isStreamed tells from the body whether the answer is to come in chunks
 * @param operation reads the bodies of requests and responses
 * @param provider who answers where the host tells nothing
 */
public record Route(
        Pattern path, Predicate<Wire> isCall, Predicate<Wire> isStreamed, WireOperation operation, String provider) {
    /** Returns this route for streams alone. */
    Route alwaysStreamed() {
        return new Route(path, isCall, body -> true, operation, provider);
    }
}
