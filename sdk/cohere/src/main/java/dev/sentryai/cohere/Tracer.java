package dev.sentryai.cohere;

import com.cohere.api.core.ClientOptions;
import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.proxy.Endpoint;
import dev.sentryai.proxy.ProviderHosts;
import dev.sentryai.tracing.CallTracer;
import dev.sentryai.tracing.TracedCall;
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

    <T> T call(WireOperation operation, Object request, Supplier<T> call) {
        return calls.call(whole(operation, request), call);
    }

    <T> CompletableFuture<T> callAsync(WireOperation operation, Object request, Supplier<CompletableFuture<T>> call) {
        return calls.callAsync(whole(operation, request), call);
    }

    <T> Iterable<T> stream(WireOperation operation, Object request, Supplier<Iterable<T>> call) {
        return calls.stream(streamed(operation, request), call, TracedStream::new);
    }

    <T> CompletableFuture<Iterable<T>> streamAsync(
            WireOperation operation, Object request, Supplier<CompletableFuture<Iterable<T>>> call) {
        return calls.streamAsync(streamed(operation, request), call, TracedStream::new);
    }

    private TracedCall whole(WireOperation operation, Object request) {
        return new TracedCall(
                () -> read(operation, request).build(),
                () -> operation.whole().get().from(CohereModels::wire));
    }

    private TracedCall streamed(WireOperation operation, Object request) {
        return new TracedCall(
                () -> read(operation, request).streaming(true).build(),
                () -> operation.streamed().get().from(CohereModels::wire));
    }

    private GenAiRequest.Builder read(WireOperation operation, Object request) {
        Endpoint endpoint = HOSTS.endpoint(madeWith.environment().getUrl(), options.providerName());
        return operation
                .request()
                .apply(CohereModels.wire(request))
                .provider(endpoint.provider())
                .server(endpoint.serverAddress(), endpoint.serverPort());
    }
}
