package dev.sentryai.cli.stats;

import dev.sentryai.protocol.OperationType;
import dev.sentryai.protocol.price.PriceSource;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.cost.CostEstimator;
import dev.sentryai.telemetry.cost.Dimension;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sums over captured spans about AI. Tokens and cost are those of calls of models. Calls are calls of models as well; told apart by
 * tool they are runs of tools, and by operation all operations.
 *
 * @param by what the lines are told apart by
 * @param prices where prices come from
 * @param rows one for each combination that occurs, the dearest first
 * @param total all of them together
 */
public record Stats(List<Dimension> by, List<PriceSource> prices, List<StatsRow> rows, StatsRow total) {

    private static final Comparator<StatsRow> DEAREST_FIRST = Comparator.comparingDouble(
                    (StatsRow row) -> row.cost().cost().total())
            .thenComparingLong(row -> row.usage().totalOrSum().orElse(0L))
            .thenComparingLong(StatsRow::calls)
            .reversed()
            .thenComparing(row -> row.group().toString());

    /** Copies the lists. */
    public Stats {
        by = List.copyOf(by);
        prices = List.copyOf(prices);
        rows = List.copyOf(rows);
    }

    /**
     * Adds up.
     *
     * @param by one or more; one that is named twice counts once
     */
    public static Stats of(Telemetry telemetry, List<Dimension> by, CostEstimator estimator) {
        List<Dimension> dimensions = by.stream().distinct().toList();
        Map<List<Optional<String>>, Sum> sums = new LinkedHashMap<>();
        Sum total = new Sum();
        for (SpanRecord span : telemetry.aiSpans()) {
            List<Optional<String>> group = dimensions.stream()
                    .map(dimension -> dimension.of(span, telemetry))
                    .toList();
            if (isOutside(group, dimensions)) {
                continue;
            }
            for (Sum sum : List.of(sums.computeIfAbsent(group, key -> new Sum()), total)) {
                add(span, sum, dimensions, estimator);
            }
        }
        List<StatsRow> rows = sums.entrySet().stream()
                .map(entry -> entry.getValue().row(entry.getKey()))
                .filter(row -> row.calls() > 0 || row.cost().calls() > 0)
                .sorted(DEAREST_FIRST)
                .toList();
        return new Stats(
                dimensions,
                estimator.prices().sources(),
                rows,
                total.row(Collections.nCopies(dimensions.size(), Optional.empty())));
    }

    /** What happens in no tool is not about tools. */
    private static boolean isOutside(List<Optional<String>> group, List<Dimension> by) {
        int tool = by.indexOf(Dimension.TOOL);
        return tool >= 0 && group.get(tool).isEmpty();
    }

    private static void add(SpanRecord span, Sum sum, List<Dimension> by, CostEstimator estimator) {
        OperationType type = span.operationType().orElse(OperationType.OTHER);
        if (isCall(type, by)) {
            sum.addCall(span);
        }
        if (type == OperationType.AI_CLIENT) {
            sum.addTokens(span, estimator.estimate(List.of(span)));
        }
    }

    private static boolean isCall(OperationType type, List<Dimension> by) {
        if (by.contains(Dimension.TOOL)) {
            return type == OperationType.TOOL;
        }
        return by.contains(Dimension.OPERATION) || type == OperationType.AI_CLIENT;
    }
}
