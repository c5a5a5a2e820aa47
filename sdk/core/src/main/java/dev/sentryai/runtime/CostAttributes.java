package dev.sentryai.runtime;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.OperationType;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.price.Cost;
import dev.sentryai.protocol.price.PriceTable;
import java.util.Map;
import java.util.Optional;

/**
 * What model calls cost, as attributes. Other spans get none, as an agent's would count again what its calls cost.
 *
 * @param prices to compute with
 */
record CostAttributes(PriceTable prices) {

    private static final String PREFIX = "gen_ai.cost.";

    /**
     * Adds the cost of the call, where its model has a price, its usage is known, and nobody set a cost.
     *
     * @param op of the span
     * @param attributes all of the span's, sanitised
     */
    void addTo(Map<String, Object> attributes, String op) {
        boolean isCall = OperationType.infer(null, op).equals(Optional.of(OperationType.AI_CLIENT));
        if (isCall && attributes.keySet().stream().noneMatch(key -> key.startsWith(PREFIX))) {
            TokenUsage usage = UsageAttributes.read(attributes);
            model(attributes)
                    .flatMap(prices::find)
                    .flatMap(price -> price.costOf(usage))
                    .ifPresent(cost -> add(attributes, cost, usage));
        }
    }

    /** Without the model that answered, Sentry takes the one that was asked for. */
    private static Optional<String> model(Map<String, Object> attributes) {
        return Optional.ofNullable(attributes.get(GenAiAttributes.RESPONSE_MODEL))
                .or(() -> Optional.ofNullable(attributes.get(GenAiAttributes.REQUEST_MODEL)))
                .map(Object::toString);
    }

    private static void add(Map<String, Object> attributes, Cost cost, TokenUsage usage) {
        attributes.put(GenAiAttributes.COST_INPUT_TOKENS, cost.input());
        attributes.put(GenAiAttributes.COST_OUTPUT_TOKENS, cost.output());
        attributes.put(GenAiAttributes.COST_TOTAL_TOKENS, cost.total());
        if (usage.cacheRead() != null) {
            attributes.put(GenAiAttributes.COST_CACHE_READ_INPUT_TOKENS, cost.cacheRead());
        }
        if (usage.cacheCreation() != null) {
            attributes.put(GenAiAttributes.COST_CACHE_CREATION_INPUT_TOKENS, cost.cacheCreation());
        }
        if (usage.reasoning() != null) {
            attributes.put(GenAiAttributes.COST_REASONING_OUTPUT_TOKENS, cost.reasoning());
        }
    }
}
