package dev.sentryai.cli.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.telemetry.envelope.Envelope;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final RateLimits limits = new RateLimits(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void nothingIsLimitedAtFirst() {
        assertThat(limits.delay(envelope("event"))).isZero();
    }

    @Test
    void limitsHoldForTheirCategories() {
        limits.learn(reply(200, "10:error;transaction:organization:quota, 2.5 : log_item : key", null));

        assertThat(limits.delay(envelope("event"))).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.delay(envelope("transaction"))).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.delay(envelope("log"))).isEqualTo(Duration.ofMillis(2500));
        assertThat(limits.delay(envelope("span"))).isZero();
        assertThat(limits.delay(envelope("span", "log"))).isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void limitWithoutCategoriesHoldsForAll() {
        limits.learn(reply(429, "7::organization", null));

        assertThat(limits.delay(envelope("session"))).isEqualTo(Duration.ofSeconds(7));
        assertThat(limits.delay(envelope())).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void longestLimitWins() {
        limits.learn(reply(429, "9:error", null));
        limits.learn(reply(429, "3:error", null));

        assertThat(limits.delay(envelope("event"))).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void retryAfterMayBeSecondsOrADateAndMayBeMissing() {
        assertThat(delayAfter(reply(429, null, "5"))).isEqualTo(Duration.ofSeconds(5));
        assertThat(delayAfter(reply(429, null, "Sat, 21 Nov 2026 12:00:30 GMT")))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(delayAfter(reply(429, null, "Sat, 21 Nov 2026 11:00:00 GMT")))
                .isZero();
        assertThat(delayAfter(reply(429, null, null))).isEqualTo(Duration.ofSeconds(60));
        assertThat(delayAfter(reply(429, null, "soon"))).isEqualTo(Duration.ofSeconds(60));
        assertThat(delayAfter(reply(503, null, "5"))).isZero();
    }

    private static Duration delayAfter(Reply reply) {
        RateLimits limits = new RateLimits(Clock.fixed(NOW, ZoneOffset.UTC));
        limits.learn(reply);
        return limits.delay(envelope("event"));
    }

    private static Reply reply(int status, @Nullable String rateLimits, @Nullable String retryAfter) {
        return new Reply(status, "", rateLimits, retryAfter);
    }

    private static Envelope envelope(String... types) {
        StringBuilder text = new StringBuilder("{}\n");
        for (String type : types) {
            text.append("{\"type\":\"").append(type).append("\"}\n{}\n");
        }
        return EnvelopeReader.parse(text.toString().getBytes(UTF_8));
    }
}
