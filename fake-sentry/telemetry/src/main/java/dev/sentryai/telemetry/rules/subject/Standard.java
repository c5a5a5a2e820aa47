package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.telemetry.cost.PricedModels;
import dev.sentryai.telemetry.rules.policy.Policy;

/**
 * What telemetry is judged by.
 *
 * @param conventions what all of Sentry's users agreed on
 * @param policy what this user demands beyond that
 * @param prices the models for which Sentry can compute a cost
 */
public record Standard(Conventions conventions, Policy policy, PricedModels prices) {

    /** The same with another policy. */
    public Standard with(Policy other) {
        return new Standard(conventions, other, prices);
    }
}
