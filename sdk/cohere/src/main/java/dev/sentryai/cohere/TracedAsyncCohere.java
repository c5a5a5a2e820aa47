package dev.sentryai.cohere;

import com.cohere.api.AsyncCohere;
import com.cohere.api.AsyncRawCohere;
import com.cohere.api.core.ClientOptions;
import com.cohere.api.core.RequestOptions;
import com.cohere.api.requests.ChatRequest;
import com.cohere.api.requests.ChatStreamRequest;
import com.cohere.api.requests.EmbedRequest;
import com.cohere.api.requests.RerankRequest;
import com.cohere.api.resources.v2.AsyncV2Client;
import com.cohere.api.types.EmbedResponse;
import com.cohere.api.types.NonStreamedChatResponse;
import com.cohere.api.types.RerankResponse;
import com.cohere.api.types.StreamedChatResponse;
import dev.sentryai.format.cohere.CohereFormat;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous client that records its calls. What it does not override works as in the original, being made with the same options.
 */
final class TracedAsyncCohere extends AsyncCohere {

    private final AsyncCohere client;
    private final AsyncV2Client v2;
    private final Tracer tracer;

    TracedAsyncCohere(ClientOptions madeWith, AsyncCohere client, CohereOptions options) {
        super(madeWith);
        this.client = client;
        this.tracer = new Tracer(madeWith, options);
        this.v2 = new TracedAsyncV2Client(madeWith, client.v2(), tracer);
    }

    @Override
    public AsyncV2Client v2() {
        return v2;
    }

    @Override
    public CompletableFuture<NonStreamedChatResponse> chat(ChatRequest request) {
        return tracer.callAsync(CohereFormat.LEGACY_CHAT, request, () -> client.chat(request));
    }

    @Override
    public CompletableFuture<NonStreamedChatResponse> chat(ChatRequest request, RequestOptions options) {
        return tracer.callAsync(CohereFormat.LEGACY_CHAT, request, () -> client.chat(request, options));
    }

    @Override
    public CompletableFuture<Iterable<StreamedChatResponse>> chatStream(ChatStreamRequest request) {
        return tracer.streamAsync(CohereFormat.LEGACY_CHAT, request, () -> client.chatStream(request));
    }

    @Override
    public CompletableFuture<Iterable<StreamedChatResponse>> chatStream(
            ChatStreamRequest request, RequestOptions options) {
        return tracer.streamAsync(CohereFormat.LEGACY_CHAT, request, () -> client.chatStream(request, options));
    }

    @Override
    public CompletableFuture<EmbedResponse> embed() {
        return embed(EmbedRequest.builder().build());
    }

    @Override
    public CompletableFuture<EmbedResponse> embed(EmbedRequest request) {
        return tracer.callAsync(CohereFormat.EMBEDDINGS, request, () -> client.embed(request));
    }

    @Override
    public CompletableFuture<EmbedResponse> embed(EmbedRequest request, RequestOptions options) {
        return tracer.callAsync(CohereFormat.EMBEDDINGS, request, () -> client.embed(request, options));
    }

    @Override
    public CompletableFuture<RerankResponse> rerank(RerankRequest request) {
        return tracer.callAsync(CohereFormat.RERANK, request, () -> client.rerank(request));
    }

    @Override
    public CompletableFuture<RerankResponse> rerank(RerankRequest request, RequestOptions options) {
        return tracer.callAsync(CohereFormat.RERANK, request, () -> client.rerank(request, options));
    }

    /** Raw responses are not recorded. */
    @Override
    public AsyncRawCohere withRawResponse() {
        return client.withRawResponse();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return client.equals(other instanceof TracedAsyncCohere traced ? traced.client : other);
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
