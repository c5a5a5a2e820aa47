package dev.sentryai.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.sentryai.fixtures.FakeLlm;

/** Clients of the fake provider. */
final class Clients {

    private Clients() {}

    static OpenAIClient of(FakeLlm llm) {
        return builder(llm).build();
    }

    static OpenAIOkHttpClient.Builder builder(FakeLlm llm) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(llm.openAiUrl())
                .apiKey("test-key")
                .maxRetries(0);
    }
}
