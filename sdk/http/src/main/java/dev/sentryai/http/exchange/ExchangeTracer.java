package dev.sentryai.http.exchange;

import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.json.MalformedJsonException;
import dev.sentryai.runtime.AiRuntime;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells calls of models from other requests, and starts recording them. Thread-safe. */
public final class ExchangeTracer {

    /** Bodies of requests that have more bytes are left alone. */
    public static final int MAX_REQUEST_BYTES = 8 << 20;

    /** Has nothing to be hidden. */
    private static final GenAiRequest NO_CALL =
            GenAiRequest.builder(GenAiOps.CHAT).build();

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
     *     #MAX_REQUEST_BYTES}. Run now, for requests that go where models are called; where nothing would be told of a call but its
     *     failure, not before it fails
     * @return empty if the request is to be left alone
     */
    public Optional<Exchange> start(RequestLine line, Supplier<Optional<byte[]>> body) {
        if (!line.method().equals("POST") || !(line.isEncoded() || mayBeCall(line.path()))) {
            return Optional.empty();
        }
        return AiRuntime.current()
                .flatMap(runtime ->
                        runtime.guard().get("recognise a call", () -> start(runtime, line, body), Optional.empty()));
    }

    /** Does without a stream, as it runs for every request. */
    private boolean mayBeCall(String path) {
        for (Route route : routes) {
            if (route.path().mayMatch(path)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Exchange> start(AiRuntime runtime, RequestLine line, Supplier<Optional<byte[]>> body) {
        if (line.isEncoded() && !mayBeCall(line.path())) {
            return Optional.empty();
        }
        return runtime.isWatching() && runtime.here().isWatched()
                ? recognise(line, body).map(this::start)
                : Optional.of(startUnwatched(runtime, () -> recognise(line, body)));
    }

    private Exchange start(RecognisedCall recognised) {
        GenAiCall call = GenAiCall.start(instrumentation, () -> recognised.request(provider));
        return new Exchange(call, recognised.operation(), recognised.isStreamed());
    }

    /** Whether it is a call matters only when something fails. */
    private Exchange startUnwatched(AiRuntime runtime, Supplier<Optional<RecognisedCall>> recognition) {
        GenAiCall call = GenAiCall.start(
                instrumentation,
                () -> recognition
                        .get()
                        .map(recognised -> recognised.request(provider))
                        .orElse(NO_CALL));
        return Exchange.unwatched(
                call,
                () -> runtime.guard()
                        .get("recognise a call", () -> recognition.get().isPresent(), false));
    }

    private Optional<RecognisedCall> recognise(RequestLine line, Supplier<Optional<byte[]>> body) {
        String path = line.path();
        List<Route> candidates =
                routes.stream().filter(route -> route.path().matches(path)).toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Wire request = body.get().map(ExchangeTracer::parse).orElseGet(Wire::nothing);
        return candidates.stream()
                .filter(route -> route.isCall(path, request))
                .findFirst()
                .map(route -> new RecognisedCall(
                        route, route.operation(path), line.uri().get(), request));
    }

    private static Wire parse(byte[] body) {
        try {
            return Wire.of(Json.read(body));
        } catch (MalformedJsonException e) {
            return Wire.nothing(); // some other kind of request
        }
    }
}
