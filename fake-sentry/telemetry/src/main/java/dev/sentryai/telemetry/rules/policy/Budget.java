package dev.sentryai.telemetry.rules.policy;

/**
 * What calls of models may cost. Only calls of models count: what agents report is the sum of the calls inside them; a
 * call of a model without a price adds nothing to the cost. Immutable.
 *
 * @param call limit of a single call
 * @param trace limit of the calls of one trace
 * @param conversation limit of the calls of one conversation, as far as it was captured
 */
public record Budget(Limit call, Limit trace, Limit conversation) {

    /** No limits. */
    public static final Budget NONE = new Budget(Limit.NONE, Limit.NONE, Limit.NONE);
}
