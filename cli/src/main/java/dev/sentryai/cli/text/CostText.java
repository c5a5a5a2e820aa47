package dev.sentryai.cli.text;

import dev.sentryai.protocol.price.PriceSource;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Trace;
import dev.sentryai.telemetry.cost.CostEstimate;
import dev.sentryai.telemetry.cost.CostEstimator;
import dev.sentryai.telemetry.cost.Dollars;
import dev.sentryai.telemetry.tree.PlainText;
import dev.sentryai.telemetry.tree.TreeRemarks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is said about cost: beside spans and traces, and at the end.
 *
 * @param estimator knows the prices
 */
public record CostText(CostEstimator estimator) implements TreeRemarks {

    @Override
    public List<String> below(SpanRecord span) {
        return List.of();
    }

    @Override
    public List<String> beside(SpanRecord span) {
        return about(estimator.estimate(List.of(span)));
    }

    @Override
    public List<String> beside(Trace trace) {
        return about(estimator.estimate(trace.spans()));
    }

    private static List<String> about(CostEstimate estimate) {
        return estimate.isKnown() ? List.of("~" + Dollars.text(estimate.cost().total())) : List.of();
    }

    /**
     * What to know about costs that were shown.
     *
     * @param estimate of all that was shown
     * @param prices what it was estimated with
     * @return lines; none if there was nothing to estimate
     */
    public static List<String> notes(CostEstimate estimate, List<PriceSource> prices) {
        List<String> notes = new ArrayList<>();
        if (estimate.isKnown()) {
            String sources = prices.stream().map(PriceSource::toString).collect(Collectors.joining(", then "));
            notes.add("Cost is an estimate with prices from " + PlainText.line(sources) + "; Sentry's may differ.");
        }
        if (!estimate.assumedModels().isEmpty()) {
            notes.add("Priced as the model that was asked for, as spans do not say which one answered: "
                    + list(estimate.assumedModels()));
        }
        if (!estimate.unpricedModels().isEmpty()) {
            notes.add("Without a price, so not in the cost: " + list(estimate.unpricedModels()));
        }
        return notes;
    }

    private static String list(Collection<String> models) {
        return models.stream().map(PlainText::line).collect(Collectors.joining(", "));
    }
}
