package dev.sentryai.cohere;

import com.cohere.api.core.ClientOptions;
import com.cohere.api.core.RequestOptions;
import com.cohere.api.resources.v2.RawV2Client;
import com.cohere.api.resources.v2.V2Client;
import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.resources.v2.requests.V2ChatStreamRequest;
import com.cohere.api.resources.v2.requests.V2EmbedRequest;
import com.cohere.api.resources.v2.requests.V2RerankRequest;
import com.cohere.api.resources.v2.types.V2ChatResponse;
import com.cohere.api.resources.v2.types.V2ChatStreamResponse;
import com.cohere.api.resources.v2.types.V2RerankResponse;
import com.cohere.api.types.EmbedByTypeResponse;
import dev.sentryai.format.cohere.CohereFormat;
import org.jspecify.annotations.Nullable;

/** A client of the second version of the API that records its calls. What it does not override works as in the original. */
final class TracedV2Client extends V2Client {

    private final V2Client client;
    private final Tracer tracer;

    TracedV2Client(ClientOptions madeWith, V2Client client, Tracer tracer) {
        super(madeWith);
        this.client = client;
        this.tracer = tracer;
    }

    @Override
    public V2ChatResponse chat(V2ChatRequest request) {
        return tracer.call(CohereFormat.CHAT, request, () -> client.chat(request));
    }

    @Override
    public V2ChatResponse chat(V2ChatRequest request, RequestOptions options) {
        return tracer.call(CohereFormat.CHAT, request, () -> client.chat(request, options));
    }

    @Override
    public Iterable<V2ChatStreamResponse> chatStream(V2ChatStreamRequest request) {
        return tracer.stream(CohereFormat.CHAT, request, () -> client.chatStream(request));
    }

    @Override
    public Iterable<V2ChatStreamResponse> chatStream(V2ChatStreamRequest request, RequestOptions options) {
        return tracer.stream(CohereFormat.CHAT, request, () -> client.chatStream(request, options));
    }

    @Override
    public EmbedByTypeResponse embed(V2EmbedRequest request) {
        return tracer.call(CohereFormat.EMBEDDINGS, request, () -> client.embed(request));
    }

    @Override
    public EmbedByTypeResponse embed(V2EmbedRequest request, RequestOptions options) {
        return tracer.call(CohereFormat.EMBEDDINGS, request, () -> client.embed(request, options));
    }

    @Override
    public V2RerankResponse rerank(V2RerankRequest request) {
        return tracer.call(CohereFormat.RERANK, request, () -> client.rerank(request));
    }

    @Override
    public V2RerankResponse rerank(V2RerankRequest request, RequestOptions options) {
        return tracer.call(CohereFormat.RERANK, request, () -> client.rerank(request, options));
    }

    /** Raw responses are not recorded. */
    @Override
    public RawV2Client withRawResponse() {
        return client.withRawResponse();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return client.equals(other instanceof TracedV2Client traced ? traced.client : other);
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
