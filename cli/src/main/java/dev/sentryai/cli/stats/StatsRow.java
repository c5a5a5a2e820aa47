package dev.sentryai.cli.stats;

import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.telemetry.cost.CostEstimate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of the sums.
 *
 * @param group what the line is about, a value for each dimension; empty for what has none
 * @param calls how many there were
 * @param errors how many of them failed
 * @param usage tokens of the calls of models
 * @param cost of the calls of models
 * @param durations of the calls, the shortest first; calls that never ended have none
 */
public record StatsRow(
        List<Optional<String>> group,
        long calls,
        long errors,
        TokenUsage usage,
        CostEstimate cost,
        List<Duration> durations) {

    /** Copies the lists and sorts the durations. */
    public StatsRow {
        group = List.copyOf(group);
        durations = durations.stream().sorted().toList();
    }

    /** Returns US dollars per call; empty if no cost is known or there were no calls. */
    OptionalDouble costPerCall() {
        return calls > 0 && cost.isKnown() ? OptionalDouble.of(cost.cost().total() / calls) : OptionalDouble.empty();
    }

    /** Returns the shortest duration that so many percent of the calls did not exceed; empty if none is known. */
    Optional<Duration> percentile(int percent) {
        int rank = (durations.size() * percent + 99) / 100;
        return durations.isEmpty() ? Optional.empty() : Optional.of(durations.get(rank - 1));
    }
}
