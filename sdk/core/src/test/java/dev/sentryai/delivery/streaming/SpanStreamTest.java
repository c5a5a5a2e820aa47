package dev.sentryai.delivery.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.delivery.attributes.Outlet;
import dev.sentryai.delivery.attributes.SpanHook;
import dev.sentryai.delivery.payload.SpanIds;
import dev.sentryai.delivery.payload.SpanV2;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.SpanSource;
import dev.sentryai.telemetry.envelope.Envelope;
import dev.sentryai.testing.SentrySession;
import io.sentry.IScopes;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SpanStreamTest {

    private static final SpanIds IDS = new SpanIds("0123456789abcdef0123456789abcdef", "0123456789abcdef", null);

    private final AtomicReference<TransportTap> tap = new AtomicReference<>();

    private SpanStream stream(BatchLimits limits) {
        IScopes scopes = Sentry.forkedRootScopes("test");
        SpanStream stream = new SpanStream(scopes, new Outlet(SpanHook.NONE, scopes.getOptions()), tap.get(), limits);
        tap.get().feedFrom(stream);
        return stream;
    }

    private void install(SentryOptions options) {
        tap.set(TransportTap.install(options));
    }

    private static SpanV2 span(Map<String, Object> attributes) {
        return new SpanV2(IDS, "chat", true, 1_700_000_000_123_456_789L, 1_700_000_001_000_000_000L, attributes);
    }

    @Test
    void attributesKeepTheirTypes() {
        try (SentrySession sentry = SentrySession.with(this::install);
                SpanStream stream = stream(BatchLimits.DEFAULT)) {
            stream.add(span(Map.of("s", "text", "b", true, "l", 7L, "d", 0.5, "a", List.of("x", "y"))), null);

            SpanRecord sent = sentry.span("chat");

            assertThat(sent.source()).isEqualTo(SpanSource.SPAN_V2);
            assertThat(sent.startSeconds()).isEqualTo(1_700_000_000.123456);
            assertThat(sent.parentSpanId()).isNull();
            assertThat(List.of("s", "b", "l", "d", "a"))
                    .extracting(key -> sent.declaredType(key).orElseThrow())
                    .containsExactly("string", "boolean", "integer", "double", "array");
        }
    }

    @Test
    void spansAreSentAfterTheDelayOfTheFirst() {
        BatchLimits soon = new BatchLimits(10, 10_000, 10, Duration.ofMillis(20), 10, 10_000);
        try (SentrySession sentry = SentrySession.with(this::install);
                SpanStream stream = stream(soon)) {
            stream.add(span(Map.of()), null);

            assertThat(sentry.server().awaitSpans(1, Duration.ofSeconds(10)).spans())
                    .hasSize(1);
        }
    }

    @Test
    void aTraceThatBeginsWhileAnotherWaitsIsSentByItselfToo() {
        BatchLimits soon = new BatchLimits(10, 10_000, 10, Duration.ofMillis(200), 10, 10_000);
        try (SentrySession sentry = SentrySession.with(this::install);
                SpanStream stream = stream(soon)) {
            stream.add(span(Map.of()), null);
            SpanIds other = new SpanIds("f".repeat(32), "f".repeat(16), null);
            stream.add(new SpanV2(other, "embeddings", true, 1, 2, Map.of()), null);

            assertThat(sentry.server().awaitSpans(2, Duration.ofSeconds(10)).spans())
                    .hasSize(2);
        }
    }

    @Test
    void whatFindsNoRoomIsCountedAsLost() {
        BatchLimits tight = new BatchLimits(10, 10_000, 10, Duration.ofMinutes(1), 1, 10_000);
        try (SentrySession sentry = SentrySession.with(this::install);
                SpanStream stream = stream(tight)) {
            stream.add(span(Map.of()), null);
            stream.add(span(Map.of()), null);

            assertThat(sentry.flush().spans()).hasSize(1);
            assertThat(sentry.discarded()).isEqualTo(Map.of("queue_overflow/span", 1L));
        }
    }

    @Test
    void aBurstOfTracesDoesNotOverflowTheTransport() {
        BatchLimits patient = new BatchLimits(10, 10_000, 10, Duration.ofMinutes(1), 1_000, 1_000_000);
        try (SentrySession sentry = SentrySession.with(this::install);
                SpanStream stream = stream(patient)) {
            for (int i = 0; i < 60; i++) {
                SpanIds ids = new SpanIds("%032x".formatted(i + 1), "%016x".formatted(i + 1), null);
                stream.add(new SpanV2(ids, "chat", true, 1, 2, Map.of()), null);
            }

            assertThat(sentry.flush().spans()).hasSize(60);
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void noEnvelopeHasMoreThanAThousandSpansOrFiveMebibytes() {
        BatchLimits patient = new BatchLimits(
                1_000, 5 * 1024 * 1024 - 1_024, 10_000, Duration.ofMinutes(1), 10_000, 64L * 1024 * 1024);
        try (SentrySession sentry = SentrySession.with(this::install);
                SpanStream stream = stream(patient)) {
            for (int i = 0; i < 2_001; i++) {
                stream.add(span(Map.of("number", i)), null);
            }
            assertThat(sentry.flush().envelopes())
                    .extracting(captured -> spansIn(captured.envelope()))
                    .containsExactly(1_000L, 1_000L, 1L);

            sentry.server().clear();
            for (int i = 0; i < 6; i++) {
                stream.add(span(Map.of("text", "x".repeat(1024 * 1024))), null);
            }
            assertThat(sentry.flush().envelopes())
                    .allSatisfy(captured -> assertThat(
                                    captured.envelope().items().get(0).length())
                            .isLessThan(5 * 1024 * 1024))
                    .extracting(captured -> spansIn(captured.envelope()))
                    .containsExactly(4L, 2L);
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    private static Object spansIn(Envelope envelope) {
        return envelope.items().get(0).header().get("item_count");
    }

    @Test
    void aSpanThatIsTooLargeLosesItsLargestAttributes() {
        BatchLimits tight = new BatchLimits(10, 1_000, 10, Duration.ofMinutes(1), 10, 10_000);
        try (SentrySession sentry = SentrySession.with(this::install);
                SpanStream stream = stream(tight)) {
            stream.add(span(Map.of("small", 7L, "large", "x".repeat(600), "larger", List.of("\n".repeat(400)))), null);

            assertThat(sentry.span("chat").attributes()).isEqualTo(Map.of("small", 7L, "large", "x".repeat(600)));
            assertThat(sentry.discarded()).isEmpty();
            assertThat(sentry.logged()).anyMatch(line -> line.contains("too large") && line.contains("[larger]"));
        }
    }
}
