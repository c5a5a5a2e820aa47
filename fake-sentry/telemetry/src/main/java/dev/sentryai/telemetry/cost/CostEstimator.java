package dev.sentryai.telemetry.cost;

import dev.sentryai.protocol.OperationType;
import dev.sentryai.protocol.price.Cost;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Estimates costs by Sentry's formula. Only calls of models count: what agents report is the sum of the calls inside them.
 * Immutable and thread-safe.
 *
 * @param prices what models cost, and as of when
 */
public record CostEstimator(PriceTable prices) {

    private static final SortedSet<String> NOTHING = Collections.emptySortedSet();

    /**
     * Estimates one span.
     *
     * @return empty if the span is no call of a model
     */
    public Optional<CallCost> estimate(SpanRecord span) {
        return span.operationType()
                .filter(type -> type == OperationType.AI_CLIENT)
                .map(type -> call(span));
    }

    private CallCost call(SpanRecord span) {
        Optional<String> model = span.responseModel().or(span::requestModel);
        Optional<Cost> cost = model.flatMap(prices::find).flatMap(price -> price.costOf(span.usage()));
        return new CallCost(
                model.orElse(null), model.isPresent() && span.responseModel().isEmpty(), cost.orElse(null));
    }

    /** Estimates spans together, such as those of a trace. */
    public CostEstimate estimate(Collection<SpanRecord> spans) {
        return spans.stream()
                .flatMap(span -> estimate(span).map(call -> of(call, span)).stream())
                .reduce(CostEstimate.NONE, CostEstimate::plus);
    }

    private CostEstimate of(CallCost call, SpanRecord span) {
        SortedSet<String> model =
                new TreeSet<>(Optional.ofNullable(call.model()).stream().toList());
        Cost cost = call.cost();
        if (cost != null) {
            return new CostEstimate(cost, 1, 1, NOTHING, call.modelIsAssumed() ? model : NOTHING);
        }
        // without tokens there is no cost, whatever the price
        boolean lacksPrice = !span.usage().isEmpty()
                && model.stream().allMatch(name -> prices.find(name).isEmpty());
        return new CostEstimate(Cost.ZERO, 1, 0, lacksPrice ? model : NOTHING, NOTHING);
    }

    /**
     * Estimates all calls, each in the group that it belongs to.
     *
     * @return by the group's value, empty for calls without one; ordered by the first call of each
     */
    public Map<Optional<String>, CostEstimate> estimate(Telemetry telemetry, Dimension by) {
        Map<Optional<String>, List<SpanRecord>> groups = new LinkedHashMap<>();
        for (SpanRecord span : telemetry.spans()) {
            if (span.operationType().equals(Optional.of(OperationType.AI_CLIENT))) {
                groups.computeIfAbsent(by.of(span, telemetry), value -> new ArrayList<>())
                        .add(span);
            }
        }
        Map<Optional<String>, CostEstimate> estimates = new LinkedHashMap<>();
        groups.forEach((value, spans) -> estimates.put(value, estimate(spans)));
        return estimates;
    }
}
