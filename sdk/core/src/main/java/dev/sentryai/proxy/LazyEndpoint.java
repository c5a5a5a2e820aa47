package dev.sentryai.proxy;

import org.jspecify.annotations.Nullable;

/** The endpoint of one client, found out when first asked for. Thread-safe. */
final class LazyEndpoint {

    private final ClientSpec spec;
    private final Object client;
    private @Nullable Endpoint endpoint;

    LazyEndpoint(ClientSpec spec, Object client) {
        this.spec = spec;
        this.client = client;
    }

    synchronized Endpoint get() {
        Endpoint found = endpoint;
        if (found == null) {
            found = spec.endpoint().apply(client);
            endpoint = found;
        }
        return found;
    }
}
