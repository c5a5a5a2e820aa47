package dev.sentryai.sentry;

import io.sentry.ISpan;
import io.sentry.ITransaction;

/** Hears of the spans of sampled transactions, whoever makes them. Runs in the application's calls and must not throw. */
public interface SpanListener {

    /** A transaction was started. */
    void began(ITransaction transaction);

    /** A child was started, by somebody else than this library. */
    void started(ISpan span);

    /** A child is ending: its status and its end are known, but it does not call itself finished yet. */
    void ended(ISpan span);

    /** A transaction is ending; what it sends of its children is taken from it right after. */
    void ending(ITransaction transaction);
}
