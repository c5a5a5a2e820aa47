package dev.sentryai.telemetry.cost;

import dev.sentryai.protocol.price.Cost;
import org.jspecify.annotations.Nullable;

/**
 * What one call of a model costs.
 *
 * @param model whose price counts; null if the span names none
 * @param modelIsAssumed whether that is the model that was asked for, as the span does not say which one answered
 * @param cost null if the model has no price or no tokens are known
 */
public record CallCost(
        @Nullable String model,
        boolean modelIsAssumed,
        @Nullable Cost cost) {}
