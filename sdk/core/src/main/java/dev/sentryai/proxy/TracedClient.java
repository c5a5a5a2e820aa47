package dev.sentryai.proxy;

import static java.util.Objects.requireNonNull;

/** The entrance to the engine: puts a client behind a proxy of the same interface. */
public final class TracedClient {

    private TracedClient() {}

    /**
     * Returns a client that does what the given one does and records each call that the specification names. Clients and services
     * that are reached through it are wrapped as well. A client that is wrapped already is returned as it is.
     *
     * @param type the interface of the client
     * @param client the client to wrap; it stays usable, and closing the wrapped one closes it
     * @throws IllegalArgumentException if {@code type} is not an interface
     */
    public static <T> T wrap(Class<T> type, T client, ClientSpec spec) {
        requireNonNull(client, "client");
        Engine engine = new Engine(spec);
        return type.cast(engine.wrap(type, client, new LazyEndpoint(spec, client)));
    }
}
