package dev.sentryai.cli.stats;

import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.telemetry.cost.Dimension;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names and values of a line that machines read; null for what is not known. */
final class StatsFields {

    private static final double NANOS_PER_MILLI = Duration.ofMillis(1).toNanos();

    private StatsFields() {}

    static Map<String, @Nullable Object> of(StatsRow row) {
        TokenUsage usage = row.usage();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("calls", row.calls());
        fields.put("errors", row.errors());
        fields.put("input_tokens", usage.input());
        fields.put("cached_tokens", usage.cacheRead());
        fields.put("cache_write_tokens", usage.cacheCreation());
        fields.put("output_tokens", usage.output());
        fields.put("reasoning_tokens", usage.reasoning());
        fields.put("total_tokens", usage.totalOrSum().orElse(null));
        fields.put("cost_usd", row.cost().isKnown() ? row.cost().cost().total() : null);
        fields.put(
                "cost_per_call_usd",
                row.costPerCall().isPresent() ? row.costPerCall().getAsDouble() : null);
        fields.put("p50_ms", millis(row, 50));
        fields.put("p95_ms", millis(row, 95));
        return fields;
    }

    private static @Nullable Double millis(StatsRow row, int percent) {
        return row.percentile(percent)
                .map(duration -> duration.toNanos() / NANOS_PER_MILLI)
                .orElse(null);
    }

    static List<String> names(List<Dimension> by) {
        return by.stream()
                .map(dimension -> dimension.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
