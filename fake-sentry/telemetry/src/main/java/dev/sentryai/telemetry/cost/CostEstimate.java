package dev.sentryai.telemetry.cost;

import dev.sentryai.protocol.price.Cost;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What several calls of models cost together, as far as that is known.
 *
 * @param cost of the calls that have one
 * @param calls all calls
 * @param pricedCalls those of them that have a cost
 * @param unpricedModels models that have no price though their calls used tokens
 * @param assumedModels models whose price was taken because they were asked for, as spans do not say which model answered
 */
public record CostEstimate(
        Cost cost, int calls, int pricedCalls, SortedSet<String> unpricedModels, SortedSet<String> assumedModels) {

    /** No calls. */
    public static final CostEstimate NONE =
            new CostEstimate(Cost.ZERO, 0, 0, Collections.emptySortedSet(), Collections.emptySortedSet());

    /** Copies the sets. */
    public CostEstimate {
        unpricedModels = Collections.unmodifiableSortedSet(new TreeSet<>(unpricedModels));
        assumedModels = Collections.unmodifiableSortedSet(new TreeSet<>(assumedModels));
    }

    /** Returns both together. */
    public CostEstimate plus(CostEstimate other) {
        return new CostEstimate(
                cost.plus(other.cost),
                calls + other.calls,
                pricedCalls + other.pricedCalls,
                union(unpricedModels, other.unpricedModels),
                union(assumedModels, other.assumedModels));
    }

    private static SortedSet<String> union(SortedSet<String> left, SortedSet<String> right) {
        SortedSet<String> union = new TreeSet<>(left);
        union.addAll(right);
        return union;
    }

    /** Tells whether any call has a cost. */
    public boolean isKnown() {
        return pricedCalls > 0;
    }
}
