package dev.sentryai.delivery;

import dev.sentryai.delivery.attributes.Segment;
import dev.sentryai.sentry.SentrySpans;
import io.sentry.IScopes;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.TraceContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a trace in which the Sentry SDK starts no more spans. It was sampled.
 *
 * @param sampling the envelope's sampling context; null when the Sentry SDK has none
 * @param transaction the transaction, usually a finished one; null when it is not known
 * @param known what else tells of the transaction; null when nothing does
 */
record RememberedTrace(
        @Nullable TraceContext sampling,
        @Nullable ITransaction transaction,
        @Nullable Segment known) {

    /**
     * Remembers the trace of a span.
     *
     * @param scopes those in which its root can be found where the transaction is not known
     */
    static RememberedTrace of(ISpan span, @Nullable ITransaction transaction, IScopes scopes) {
        if (transaction != null) {
            return new RememberedTrace(span.traceContext(), transaction, null);
        }
        return new RememberedTrace(
                SentrySpans.samplingOf(span, scopes),
                null,
                Segment.around(span, scopes).orElse(null));
    }

    /** Returns the transaction as it is called by now; empty when nothing is known of it. */
    Optional<Segment> segment() {
        return transaction == null ? Optional.ofNullable(known) : Optional.of(Segment.of(transaction));
    }
}
