package dev.sentryai.tracing;

import dev.sentryai.instrument.Binding;

/**
 * A call under way, for what stands between a client and the application's handler that it delivers a streamed response to. What the
 * traced method returned decides whether the call failed, as a client may try again. No method throws. Thread-safe.
 */
public interface CallObserver {

    /** Takes the next chunk. */
    void chunk(Object chunk);

    /** Ends the call: everything has arrived. */
    void succeed();

    /** Ends the call: nobody wants the rest. */
    void abandon();

    /**
     * Makes current on this thread what was current where the call was made, for the application's code.
     *
     * @return to be closed on this thread
     */
    Binding bindCaller();
}
