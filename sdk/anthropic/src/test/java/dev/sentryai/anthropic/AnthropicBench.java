package dev.sentryai.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Question;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** A bench per test. */
abstract class AnthropicBench {

    static final MessageCreateParams PARAMS = Requests.of(Question.of("Hi"));

    final Bench<AnthropicClient> bench = new Bench<>(new AnthropicProvider());
    final AnthropicClient client = bench.client();

    @AfterEach
    void close() {
        try (bench) {
            bench.verifySent();
        }
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    static String text(Stream<RawMessageStreamEvent> events) {
        return events.map(AnthropicProvider::text).collect(Collectors.joining());
    }
}
