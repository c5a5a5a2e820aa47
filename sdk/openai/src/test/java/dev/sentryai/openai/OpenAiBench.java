package dev.sentryai.openai;

import com.openai.client.OpenAIClient;
import dev.sentryai.providertests.Bench;
import org.junit.jupiter.api.AfterEach;

/** A bench per test, with a client that chats. */
abstract class OpenAiBench {

    final Bench<OpenAIClient> bench = new Bench<>(new ChatProvider());
    final OpenAIClient client = bench.client();

    @AfterEach
    void close() {
        try (bench) {
            bench.verifySent();
        }
    }
}
