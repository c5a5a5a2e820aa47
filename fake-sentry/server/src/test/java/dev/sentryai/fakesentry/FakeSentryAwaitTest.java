package dev.sentryai.fakesentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.telemetry.Telemetry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeSentryAwaitTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration BRIEFLY = Duration.ofMillis(50);
    private static final String EVENT =
            "{\"event_id\":\"fc6d8c0c43fc4630ad850ee518f1b9d0\"}\n{\"type\":\"event\"}\n{}\n";
    private static final String TRANSACTION = """
            {"event_id":"fc6d8c0c43fc4630ad850ee518f1b9d1"}
            {"type":"transaction"}
            {"type":"transaction","transaction":"GET /","start_timestamp":1,"timestamp":2,\
            "contexts":{"trace":{"trace_id":"0123456789abcdef0123456789abcdef","span_id":"0123456789abcdef","op":"http.server"}},\
            "spans":[{"trace_id":"0123456789abcdef0123456789abcdef","span_id":"1123456789abcdef",\
            "parent_span_id":"0123456789abcdef","op":"gen_ai.chat","description":"chat gpt-4o","start_timestamp":1,"timestamp":2}]}
            """;

    private final FakeSentry sentry = FakeSentry.start();
    private final RawClient client = new RawClient(sentry);

    @AfterEach
    void close() {
        sentry.close();
    }

    @Test
    void returnsAtOnceWhatIsThereAlready() {
        client.postEnvelope(TRANSACTION);

        Telemetry telemetry = sentry.awaitSpans(2, Duration.ZERO);

        assertThat(telemetry.spans()).hasSize(2);
        assertThat(sentry.awaitAiSpans(1, Duration.ZERO).aiSpans()).hasSize(1);
    }

    @Test
    void isWokenByWhatArrivesLater() throws Exception {
        CompletableFuture<Telemetry> event = CompletableFuture.supplyAsync(() -> sentry.awaitEvents(1, SOON));
        CompletableFuture<Telemetry> both = CompletableFuture.supplyAsync(() -> sentry.awaitEnvelopes(2, SOON));

        client.postEnvelope(TRANSACTION);
        client.postEnvelope(EVENT);

        assertThat(event.get(10, TimeUnit.SECONDS).events()).hasSize(1);
        assertThat(both.get(10, TimeUnit.SECONDS).envelopes()).hasSize(2);
    }

    @Test
    void timeoutSaysWhatWasAwaitedAndWhatWasSeen() {
        client.postEnvelope(TRANSACTION);
        client.postEnvelope("oops");

        assertThatThrownBy(() -> sentry.awaitEvents(1, BRIEFLY))
                .isInstanceOf(AwaitTimeoutException.class)
                .hasMessageStartingWith("Expected at least 1 event within 50 ms, but saw "
                        + "1 envelope: 2 spans (1 AI), 0 events, 0 other items; refused 1 request, last with 400 ")
                .hasMessageContaining("gen_ai.chat chat gpt-4o");
    }

    @Test
    void closingTheServerEndsTheWait() {
        CompletableFuture<Telemetry> waiting =
                CompletableFuture.supplyAsync(() -> sentry.awaitSpans(1, Duration.ofHours(1)));

        sentry.close();

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(AwaitTimeoutException.class)
                .hasMessageContaining(
                        "Expected at least 1 span before the fake Sentry was closed, but saw 0 envelopes");
    }

    @Test
    void conditionOfOnesOwnIsNamedInTheMessage() {
        assertThatThrownBy(() -> sentry.await("a failed chat", telemetry -> false, BRIEFLY))
                .hasMessageContaining("Expected a failed chat within 50 ms");
        assertThat(sentry.await("nothing", telemetry -> true, BRIEFLY).spans()).isEmpty();
    }

    @Test
    void timeoutWithoutEndIsUnderstood() {
        client.postEnvelope(EVENT);

        assertThat(sentry.awaitEvents(1, Duration.ofSeconds(Long.MAX_VALUE)).events())
                .hasSize(1);
    }

    @Test
    void clearForgetsButNumberingGoesOn() {
        client.postEnvelope(EVENT);

        sentry.clear();

        assertThat(sentry.telemetry().events()).isEmpty();
        client.postEnvelope(EVENT);
        assertThat(sentry.envelopes())
                .singleElement()
                .satisfies(next -> assertThat(next.number()).isEqualTo(2));
    }
}
