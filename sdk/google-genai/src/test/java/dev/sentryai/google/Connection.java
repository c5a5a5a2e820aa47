package dev.sentryai.google;

import com.google.genai.Client;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import dev.sentryai.fixtures.FakeLlm;
import org.jspecify.annotations.Nullable;

/**
 * A client of the fake provider.
 *
 * @param traced the client with its calls recorded; null if it is not wrapped
 */
record Connection(Client client, @Nullable TracedClient traced, String baseUrl) {

    static Connection to(FakeLlm llm, boolean isVertexAi, int maxRetries) {
        return new Connection(
                Client.builder()
                        .vertexAI(isVertexAi)
                        .apiKey("test-key")
                        .httpOptions(options(llm, maxRetries))
                        .build(),
                null,
                llm.baseUrl());
    }

    static HttpOptions options(FakeLlm llm, int maxRetries) {
        HttpRetryOptions atOnce = HttpRetryOptions.builder()
                .attempts(maxRetries + 1)
                .initialDelay(0.001)
                .maxDelay(0.001)
                .jitter(0.0)
                .build();
        return HttpOptions.builder().baseUrl(llm.baseUrl()).retryOptions(atOnce).build();
    }

    Connection wrapped(GoogleGenAiOptions options) {
        return new Connection(client, SentryGoogleGenAi.wrap(client, options.withBaseUrl(baseUrl)), baseUrl);
    }
}
