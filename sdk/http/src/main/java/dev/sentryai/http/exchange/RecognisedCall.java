package dev.sentryai.http.exchange;

import dev.sentryai.format.KnownProviders;
import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.proxy.Endpoint;
import dev.sentryai.wire.Wire;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A request that turned out to be a call of a model.
 *
 * @param body what it says
 */
record RecognisedCall(Route route, WireOperation operation, URI uri, Wire body) {

    boolean isStreamed() {
        return route.isStreamed(body);
    }

    /** @param provider who answers, whatever the address tells; null to tell it from the address */
    GenAiRequest request(@Nullable String provider) {
        Endpoint endpoint = KnownProviders.at(uri.toString(), provider, route.provider());
        GenAiRequest.Builder request = operation
                .request()
                .apply(body)
                .provider(endpoint.provider())
                .server(endpoint.serverAddress(), endpoint.serverPort());
        return (isStreamed() ? request.streaming(true) : request).build();
    }
}
