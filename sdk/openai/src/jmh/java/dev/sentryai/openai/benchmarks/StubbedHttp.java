package dev.sentryai.openai.benchmarks;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Answers every request at once, in process: what is left is what the client itself costs. */
final class StubbedHttp implements HttpClient {

    private static final byte[] ANSWER =
            """
            {"id":"chatcmpl-1","object":"chat.completion","created":1700000000,"model":"gpt-4o-2024-08-06","choices":[
            {"index":0,"message":{"role":"assistant","content":"sunny","refusal":null},"logprobs":null,
            "finish_reason":"stop"}],"usage":{"prompt_tokens":12,"completion_tokens":30,"total_tokens":42}}"""
                    .getBytes(StandardCharsets.UTF_8);

    static OpenAIClient client() {
        return new OpenAIClientImpl(ClientOptions.builder()
                .httpClient(new StubbedHttp())
                .baseUrl("http://127.0.0.1:1/v1")
                .apiKey("test-key")
                .build());
    }

    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
        return new Answer();
    }

    @Override
    public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
        return CompletableFuture.completedFuture(new Answer());
    }

    @Override
    public void close() {
        // nothing is open
    }

    private static final class Answer implements HttpResponse {

        private final InputStream body = new ByteArrayInputStream(ANSWER);

        @Override
        public int statusCode() {
            return 200;
        }

        @Override
        public Headers headers() {
            return Headers.builder().put("Content-Type", "application/json").build();
        }

        @Override
        public InputStream body() {
            return body;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
