package dev.sentryai.providertests.contract;

import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Provider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every wrapped client must do. A provider's test extends this class and says with {@link #provider} how its library asks a
 * question; the tests come along.
 *
 * @param <C> the type of the provider's client
 */
public abstract class ProviderContract<C>
        implements CallContract<C>,
                UsageContract<C>,
                StreamContract<C>,
                RecordingContract<C>,
                ContentContract<C>,
                SilenceContract<C>,
                FailureContract<C>,
                SignalContract<C>,
                HostContract<C> {

    private @Nullable Bench<C> bench;

    /** Returns how this provider is asked. Called before each test. */
    protected abstract Provider<C> provider();

    @Override
    public final Bench<C> bench() {
        if (bench == null) {
            throw new IllegalStateException("There is a bench only while a test runs");
        }
        return bench;
    }

    /** Starts servers and SDK. */
    @BeforeEach
    final void setUp() {
        bench = new Bench<>(provider());
    }

    /** Checks whatever the test sent, and stops everything. */
    @AfterEach
    final void tearDown() {
        try (Bench<C> used = bench()) {
            used.verifySent();
        }
    }
}
