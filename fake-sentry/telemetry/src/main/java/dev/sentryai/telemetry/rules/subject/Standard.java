package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.telemetry.cost.ModelPrices;
import dev.sentryai.telemetry.rules.policy.Policy;

/**
 * What telemetry is judged by.
 *
 * @param conventions what all of Sentry's users agreed on
 * @param policy what this user demands beyond that
 * @param prices what models cost
 */
public record Standard(Conventions conventions, Policy policy, ModelPrices prices) {

    /** The same with another policy. */
    public Standard with(Policy other) {
        return new Standard(conventions, other, prices);
    }

    /** The same with other prices. */
    public Standard with(ModelPrices other) {
        return new Standard(conventions, policy, other);
    }
}
