package dev.sentryai.telemetry.rules.policy;

import dev.sentryai.protocol.price.PriceTable;

/**
 * What calls of models may cost. Only calls of models count: what agents report is the sum of the calls inside them. Immutable.
 *
 * @param call limit of a single call
 * @param trace limit of the calls of one trace
 * @param conversation limit of the calls of one conversation, as far as it was captured
 * @param prices what models cost; a call of a model without a price adds nothing to the cost
 */
public record Budget(Limit call, Limit trace, Limit conversation, PriceTable prices) {

    /** No limits. */
    public static final Budget NONE = new Budget(Limit.NONE, Limit.NONE, Limit.NONE, PriceTable.bundled());
}
