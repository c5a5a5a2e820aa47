package dev.sentryai.delivery;

import io.sentry.ITransaction;
import io.sentry.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a trace in which the Sentry SDK starts no more spans. It was sampled.
 *
 * @param sampling the envelope's sampling context; null when the Sentry SDK has none
 * @param transaction the transaction, usually a finished one; null when it is not known
 */
record RememberedTrace(
        @Nullable TraceContext sampling, @Nullable ITransaction transaction) {}
