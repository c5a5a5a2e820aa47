package dev.sentryai.bedrock;

import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Question;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;

/** A bench per test. */
abstract class BedrockBench {

    static final ConverseRequest REQUEST = Requests.whole(Question.of("Hi"));

    final Bench<Clients> bench = new Bench<>(new BedrockProvider());
    final BedrockRuntimeClient client = bench.client().blocking();
    final BedrockRuntimeAsyncClient async = bench.client().async();

    @AfterEach
    void close() {
        try (bench) {
            bench.verifySent();
        }
    }

    void say(ContentBlock... blocks) {
        client.converse(REQUEST.toBuilder()
                .messages(Requests.message(ConversationRole.USER, List.of(blocks)))
                .build());
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
