package dev.sentryai.cohere;

import com.cohere.api.core.ClientOptions;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.proxy.CallTracer;
import dev.sentryai.proxy.Endpoint;
import dev.sentryai.proxy.ProviderHosts;
import dev.sentryai.proxy.TracedCall;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Records the calls of one client. Thread-safe. */
final class Tracer {

    private static final ProviderHosts HOSTS = new ProviderHosts(
            Map.of(
                    "models.ai.azure.com", "azure.ai.inference",
                    "services.ai.azure.com", "azure.ai.inference"),
            "cohere");

    private final CallTracer calls;
    private final ClientOptions madeWith;
    private final CohereOptions options;

    Tracer(ClientOptions madeWith, CohereOptions options) {
        this.madeWith = madeWith;
        this.options = options;
        this.calls = new CallTracer(
                new Instrumentation("cohere", options.recordInputs(), options.recordOutputs()), CohereErrors::read);
    }

    <T> T call(Operation operation, Object request, Supplier<T> call) {
        return calls.call(traced(operation, request), call);
    }

    <T> CompletableFuture<T> callAsync(Operation operation, Object request, Supplier<CompletableFuture<T>> call) {
        return calls.callAsync(traced(operation, request), call);
    }

    <T> Iterable<T> stream(Operation operation, Object request, Supplier<Iterable<T>> call) {
        return calls.stream(traced(operation, request), call, TracedStream::new);
    }

    <T> CompletableFuture<Iterable<T>> streamAsync(
            Operation operation, Object request, Supplier<CompletableFuture<Iterable<T>>> call) {
        return calls.streamAsync(traced(operation, request), call, TracedStream::new);
    }

    private TracedCall traced(Operation operation, Object request) {
        return new TracedCall(() -> read(operation, request), operation.reader());
    }

    private GenAiRequest read(Operation operation, Object request) {
        Endpoint endpoint = HOSTS.endpoint(madeWith.environment().getUrl(), options.providerName());
        return operation
                .request()
                .apply(request)
                .provider(endpoint.provider())
                .server(endpoint.serverAddress(), endpoint.serverPort())
                .build();
    }
}
