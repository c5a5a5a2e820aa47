package dev.sentryai.providertests.contract;

import dev.sentryai.providertests.Bench;

/**
 * A group of tests that work on a bench.
 *
 * @param <C> the type of the provider's client
 */
public interface Benched<C> {

    /** Returns the bench of the running test. */
    Bench<C> bench();
}
