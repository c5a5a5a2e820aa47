package dev.sentryai.fakesentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FakeSentryStoreTest {

    @Test
    void oldestEnvelopesAreForgottenWhenBytesRunOutAndThatIsVisible() {
        String envelope = "{\"padding\":\"" + "x".repeat(700) + "\"}";

        try (FakeSentry sentry = FakeSentry.builder().maxBytes(2500).start()) {
            RawClient client = new RawClient(sentry);
            IntStream.range(0, 5).forEach(i -> client.postEnvelope(envelope));

            assertThat(sentry.envelopes()).extracting(ReceivedEnvelope::number).containsExactly(4L, 5L);
            assertThat(sentry.evicted()).isEqualTo(3);
            assertThat(sentry.telemetry().envelopes()).hasSize(2);
            assertThatThrownBy(() -> sentry.awaitEnvelopes(3, Duration.ZERO))
                    .hasMessageContaining("forgot 3 older envelopes for lack of room");
        }
    }

    @Test
    void envelopeLargerThanTheStoreIsAcceptedAndForgotten() {
        try (FakeSentry sentry = FakeSentry.builder().maxBytes(100).start()) {
            assertThat(new RawClient(sentry).postEnvelope("{}").statusCode()).isEqualTo(200);

            assertThat(sentry.envelopes()).isEmpty();
            assertThat(sentry.evicted()).isEqualTo(1);
        }
    }

    @Test
    void parallelSendersLoseNothing() throws Exception {
        int senders = 8;
        int each = 50;
        ExecutorService executor = Executors.newFixedThreadPool(senders);
        try (FakeSentry sentry = FakeSentry.start()) {
            List<String> shown = new CopyOnWriteArrayList<>();
            sentry.onEnvelope(received -> shown.add(id(received)));
            List<Future<?>> running = new ArrayList<>();
            for (int sender = 0; sender < senders; sender++) {
                int first = sender * each;
                RawClient client = new RawClient(sentry);
                running.add(executor.submit(() -> IntStream.range(first, first + each)
                        .forEach(i -> client.postEnvelope("{\"sdk\":{\"name\":\"" + i + "\"}}"))));
            }
            for (Future<?> sender : running) {
                sender.get();
            }

            List<String> kept =
                    sentry.envelopes().stream().map(FakeSentryStoreTest::id).toList();
            Set<String> different = new HashSet<>(kept);
            assertThat(different).hasSize(senders * each);
            assertThat(kept).hasSize(senders * each).isEqualTo(shown);
            assertThat(sentry.envelopes()).extracting(ReceivedEnvelope::number).isSorted();
        } finally {
            executor.shutdown();
        }
    }

    private static String id(ReceivedEnvelope received) {
        return received.envelope()
                .header()
                .fields()
                .object("sdk")
                .string("name")
                .orElseThrow();
    }
}
