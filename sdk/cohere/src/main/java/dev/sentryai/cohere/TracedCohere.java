package dev.sentryai.cohere;

import com.cohere.api.Cohere;
import com.cohere.api.RawCohere;
import com.cohere.api.core.ClientOptions;
import com.cohere.api.core.RequestOptions;
import com.cohere.api.requests.ChatRequest;
import com.cohere.api.requests.ChatStreamRequest;
import com.cohere.api.requests.EmbedRequest;
import com.cohere.api.requests.RerankRequest;
import com.cohere.api.resources.v2.V2Client;
import com.cohere.api.types.EmbedResponse;
import com.cohere.api.types.NonStreamedChatResponse;
import com.cohere.api.types.RerankResponse;
import com.cohere.api.types.StreamedChatResponse;
import dev.sentryai.format.cohere.CohereFormat;
import org.jspecify.annotations.Nullable;

/**
 * A client that records its calls. What it does not override works as in the original, being made with the same options.
 */
final class TracedCohere extends Cohere {

    private final Cohere client;
    private final V2Client v2;
    private final Tracer tracer;

    TracedCohere(ClientOptions madeWith, Cohere client, CohereOptions options) {
        super(madeWith);
        this.client = client;
        this.tracer = new Tracer(madeWith, options);
        this.v2 = new TracedV2Client(madeWith, client.v2(), tracer);
    }

    @Override
    public V2Client v2() {
        return v2;
    }

    @Override
    public NonStreamedChatResponse chat(ChatRequest request) {
        return tracer.call(CohereFormat.LEGACY_CHAT, request, () -> client.chat(request));
    }

    @Override
    public NonStreamedChatResponse chat(ChatRequest request, RequestOptions options) {
        return tracer.call(CohereFormat.LEGACY_CHAT, request, () -> client.chat(request, options));
    }

    @Override
    public Iterable<StreamedChatResponse> chatStream(ChatStreamRequest request) {
        return tracer.stream(CohereFormat.LEGACY_CHAT, request, () -> client.chatStream(request));
    }

    @Override
    public Iterable<StreamedChatResponse> chatStream(ChatStreamRequest request, RequestOptions options) {
        return tracer.stream(CohereFormat.LEGACY_CHAT, request, () -> client.chatStream(request, options));
    }

    @Override
    public EmbedResponse embed() {
        return embed(EmbedRequest.builder().build());
    }

    @Override
    public EmbedResponse embed(EmbedRequest request) {
        return tracer.call(CohereFormat.EMBEDDINGS, request, () -> client.embed(request));
    }

    @Override
    public EmbedResponse embed(EmbedRequest request, RequestOptions options) {
        return tracer.call(CohereFormat.EMBEDDINGS, request, () -> client.embed(request, options));
    }

    @Override
    public RerankResponse rerank(RerankRequest request) {
        return tracer.call(CohereFormat.RERANK, request, () -> client.rerank(request));
    }

    @Override
    public RerankResponse rerank(RerankRequest request, RequestOptions options) {
        return tracer.call(CohereFormat.RERANK, request, () -> client.rerank(request, options));
    }

    /** Raw responses are not recorded. */
    @Override
    public RawCohere withRawResponse() {
        return client.withRawResponse();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return client.equals(other instanceof TracedCohere traced ? traced.client : other);
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
