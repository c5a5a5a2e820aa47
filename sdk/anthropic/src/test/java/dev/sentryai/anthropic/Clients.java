package dev.sentryai.anthropic;

import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import dev.sentryai.fixtures.FakeLlm;

/** Clients of the fake provider. */
final class Clients {

    private Clients() {}

    static AnthropicOkHttpClient.Builder builder(FakeLlm llm) {
        return AnthropicOkHttpClient.builder()
                .baseUrl(llm.baseUrl())
                .apiKey("test-key")
                .maxRetries(0);
    }
}
