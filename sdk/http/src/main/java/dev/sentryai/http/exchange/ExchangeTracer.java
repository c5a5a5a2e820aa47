package dev.sentryai.http.exchange;

import dev.sentryai.format.KnownProviders;
import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.json.MalformedJsonException;
import dev.sentryai.proxy.Endpoint;
import dev.sentryai.runtime.AiRuntime;
import dev.sentryai.wire.Wire;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Tells calls of models from other requests, and starts recording them. Thread-safe. */
public final class ExchangeTracer {

    /** Bodies of requests that have more bytes are left alone. */
    public static final int MAX_REQUEST_BYTES = 8 << 20;

    private final Instrumentation instrumentation;
    private final List<Route> routes;
    private final @Nullable String provider;

    /**
     * Makes a tracer of one client.
     *
     * @param instrumentation the integration in whose name spans are made
     * @param routes what is recorded; the first that fits a request wins
     * @param provider who answers, whatever the address tells; null to tell it from the address
     */
    public ExchangeTracer(Instrumentation instrumentation, List<Route> routes, @Nullable String provider) {
        this.instrumentation = instrumentation;
        this.routes = List.copyOf(routes);
        this.provider = provider;
    }

    /**
     * Starts a call, if the request is one. Never throws.
     *
     * @param body reads the body, which must not change it; empty if that is not possible, or if it has more than {@link
     *     #MAX_REQUEST_BYTES}. Run at most once, now, for requests that go where models are called
     * @return empty if the request is to be left alone
     */
    public Optional<Exchange> start(String method, URI uri, Supplier<Optional<byte[]>> body) {
        if (!method.equals("POST")) {
            return Optional.empty();
        }
        return AiRuntime.current()
                .flatMap(runtime ->
                        runtime.guard().get("recognise a call", () -> recognise(uri, body), Optional.empty()));
    }

    private Optional<Exchange> recognise(URI uri, Supplier<Optional<byte[]>> body) {
        String path = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
        List<Route> candidates = routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Wire request = body.get().map(ExchangeTracer::parse).orElseGet(Wire::nothing);
        return candidates.stream()
                .filter(route -> request.isPresent() && route.isCall().test(request))
                .findFirst()
                .map(route -> start(route, uri, request));
    }

    private static Wire parse(byte[] body) {
        try {
            return Wire.of(Json.read(body));
        } catch (MalformedJsonException e) {
            return Wire.nothing(); // some other kind of request
        }
    }

    private Exchange start(Route route, URI uri, Wire body) {
        boolean isStreamed = route.isStreamed().test(body);
        GenAiCall call = GenAiCall.start(instrumentation, () -> request(route, uri, body, isStreamed));
        return new Exchange(call, route.operation(), isStreamed);
    }

    private GenAiRequest request(Route route, URI uri, Wire body, boolean isStreamed) {
        Endpoint endpoint = KnownProviders.at(uri.toString(), provider, route.provider());
        GenAiRequest.Builder request = route.operation()
                .request()
                .apply(body)
                .provider(endpoint.provider())
                .server(endpoint.serverAddress(), endpoint.serverPort());
        if (body.get("model").word() == null) {
            request.model(model(route, uri));
        }
        return (isStreamed ? request.streaming(true) : request).build();
    }

    private static @Nullable String model(Route route, URI uri) {
        Matcher path = route.path().matcher(uri.getPath());
        return path.matches() && path.groupCount() > 0 ? path.group(1) : null;
    }
}
