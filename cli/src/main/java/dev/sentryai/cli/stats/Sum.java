package dev.sentryai.cli.stats;

import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.cost.CostEstimate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds up one line; not thread-safe. */
final class Sum {

    private static final TokenUsage NO_TOKENS = new TokenUsage(0L, 0L, null, null, null, null);

    private long calls;
    private long errors;
    private TokenUsage usage = TokenUsage.NONE;
    private CostEstimate cost = CostEstimate.NONE;
    private final List<Duration> durations = new ArrayList<>();

    void addCall(SpanRecord span) {
        calls++;
        // as Sentry stores it: a span without a status is fine
        if (span.status() != null && !span.status().equals("ok")) {
            errors++;
        }
        span.duration().ifPresent(durations::add);
    }

    void addTokens(SpanRecord span, CostEstimate estimate) {
        usage = usage.plus(withTotal(span.usage()));
        cost = cost.plus(estimate);
    }

    /** As Sentry fills in a total that was not sent: of input and output, one that is missing counts as none. */
    private static TokenUsage withTotal(TokenUsage usage) {
        if (usage.input() == null && usage.output() == null) {
            return usage;
        }
        return new TokenUsage(
                usage.input(),
                usage.output(),
                usage.cacheRead(),
                usage.cacheCreation(),
                usage.reasoning(),
                usage.plus(NO_TOKENS).totalOrSum().orElse(null));
    }

    StatsRow row(List<Optional<String>> group) {
        return new StatsRow(group, calls, errors, usage, cost, durations);
    }
}
