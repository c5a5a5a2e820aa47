package dev.sentryai.cli.replay;

import dev.sentryai.telemetry.envelope.Envelope;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Until when Sentry doesn't want which kind of data. Not safe for use by many threads. */
final class RateLimits {

    private static final String ALL = "";
    private static final Duration DEFAULT = Duration.ofSeconds(60);

    private final Clock clock;
    private final Map<String, Instant> until = new HashMap<>();

    RateLimits(Clock clock) {
        this.clock = clock;
    }

    void learn(Reply reply) {
        if (reply.rateLimits() != null) {
            for (String quota : reply.rateLimits().split(",", -1)) {
                learnQuota(quota.strip().split(":", -1));
            }
        } else if (reply.isRateLimited()) {
            limit(ALL, retryAfter(reply.retryAfter()));
        }
    }

    /** How long to wait before an envelope may be sent; zero when it may be sent now. */
    Duration delay(Envelope envelope) {
        Instant now = clock.instant();
        Instant latest = until.getOrDefault(ALL, now);
        for (String category : Category.of(envelope)) {
            Instant end = until.getOrDefault(category, now);
            latest = end.isAfter(latest) ? end : latest;
        }
        return latest.isAfter(now) ? Duration.between(now, latest) : Duration.ZERO;
    }

    /** {@code retry_after:categories:scope:reason}; without categories all are meant. */
    private void learnQuota(String[] quota) {
        Duration delay = seconds(quota[0].strip());
        String categories = quota.length > 1 ? quota[1].strip() : "";
        for (String category : List.of(categories.split(";", -1))) {
            limit(category.strip(), delay);
        }
    }

    private void limit(String category, Duration delay) {
        until.merge(category, clock.instant().plus(delay), (known, next) -> next.isAfter(known) ? next : known);
    }

    private Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return DEFAULT;
        }
        try {
            Instant date = ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(clock.instant(), date);
        } catch (DateTimeException notADate) {
            return seconds(header.strip());
        }
    }

    private static Duration seconds(String text) {
        try {
            return Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1000));
        } catch (NumberFormatException e) {
            return DEFAULT;
        }
    }
}
