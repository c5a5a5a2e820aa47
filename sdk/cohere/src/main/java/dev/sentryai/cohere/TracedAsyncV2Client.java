package dev.sentryai.cohere;

import com.cohere.api.core.ClientOptions;
import com.cohere.api.core.RequestOptions;
import com.cohere.api.resources.v2.AsyncRawV2Client;
import com.cohere.api.resources.v2.AsyncV2Client;
import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.resources.v2.requests.V2ChatStreamRequest;
import com.cohere.api.resources.v2.requests.V2EmbedRequest;
import com.cohere.api.resources.v2.requests.V2RerankRequest;
import com.cohere.api.resources.v2.types.V2ChatResponse;
import com.cohere.api.resources.v2.types.V2ChatStreamResponse;
import com.cohere.api.resources.v2.types.V2RerankResponse;
import com.cohere.api.types.EmbedByTypeResponse;
import dev.sentryai.format.cohere.CohereFormat;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An asynchronous client of the second version of the API that records its calls. What it does not override works as in the original. */
final class TracedAsyncV2Client extends AsyncV2Client {

    private final AsyncV2Client client;
    private final Tracer tracer;

    TracedAsyncV2Client(ClientOptions madeWith, AsyncV2Client client, Tracer tracer) {
        super(madeWith);
        this.client = client;
        this.tracer = tracer;
    }

    @Override
    public CompletableFuture<V2ChatResponse> chat(V2ChatRequest request) {
        return tracer.callAsync(CohereFormat.CHAT, request, () -> client.chat(request));
    }

    @Override
    public CompletableFuture<V2ChatResponse> chat(V2ChatRequest request, RequestOptions options) {
        return tracer.callAsync(CohereFormat.CHAT, request, () -> client.chat(request, options));
    }

    @Override
    public CompletableFuture<Iterable<V2ChatStreamResponse>> chatStream(V2ChatStreamRequest request) {
        return tracer.streamAsync(CohereFormat.CHAT, request, () -> client.chatStream(request));
    }

    @Override
    public CompletableFuture<Iterable<V2ChatStreamResponse>> chatStream(
            V2ChatStreamRequest request, RequestOptions options) {
        return tracer.streamAsync(CohereFormat.CHAT, request, () -> client.chatStream(request, options));
    }

    @Override
    public CompletableFuture<EmbedByTypeResponse> embed(V2EmbedRequest request) {
        return tracer.callAsync(CohereFormat.EMBEDDINGS, request, () -> client.embed(request));
    }

    @Override
    public CompletableFuture<EmbedByTypeResponse> embed(V2EmbedRequest request, RequestOptions options) {
        return tracer.callAsync(CohereFormat.EMBEDDINGS, request, () -> client.embed(request, options));
    }

    @Override
    public CompletableFuture<V2RerankResponse> rerank(V2RerankRequest request) {
        return tracer.callAsync(CohereFormat.RERANK, request, () -> client.rerank(request));
    }

    @Override
    public CompletableFuture<V2RerankResponse> rerank(V2RerankRequest request, RequestOptions options) {
        return tracer.callAsync(CohereFormat.RERANK, request, () -> client.rerank(request, options));
    }

    /** Raw responses are not recorded. */
    @Override
    public AsyncRawV2Client withRawResponse() {
        return client.withRawResponse();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return client.equals(other instanceof TracedAsyncV2Client traced ? traced.client : other);
    }

    @Override
    public int hashCode() {
        return client.hashCode();
    }

    @Override
    public String toString() {
        return client.toString();
    }
}
