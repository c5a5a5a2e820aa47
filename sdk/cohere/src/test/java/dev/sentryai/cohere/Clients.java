package dev.sentryai.cohere;

import com.cohere.api.AsyncCohere;
import com.cohere.api.Cohere;
import dev.sentryai.fixtures.FakeLlm;

/** The two clients of the library. */
record Clients(Cohere sync, AsyncCohere async) {

    static Clients of(FakeLlm llm, int maxRetries) {
        return new Clients(
                Cohere.builder()
                        .url(llm.baseUrl())
                        .token("test-key")
                        .maxRetries(maxRetries)
                        .build(),
                AsyncCohere.builder()
                        .url(llm.baseUrl())
                        .token("test-key")
                        .maxRetries(maxRetries)
                        .build());
    }

    Clients wrapped(CohereOptions options) {
        return new Clients(SentryCohere.wrap(sync, options), SentryCohere.wrap(async, options));
    }
}
