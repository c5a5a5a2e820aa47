package dev.sentryai.delivery;

import io.sentry.IScopes;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import java.util.Optional;

/**
 * The part of a trace that a transaction stands for.
 *
 * @param id of the span that is its root
 * @param name of the transaction
 */
record Segment(String id, String name) {

    static Segment of(ITransaction transaction) {
        return new Segment(idOf(transaction), transaction.getName());
    }

    /** Returns the one that a span belongs to, as far as the scopes know its root. */
    static Optional<Segment> around(ISpan span, IScopes scopes) {
        return SentryInternals.rootOf(span, scopes).map(root -> {
            String name = OtelSpanData.transactionName(root);
            return new Segment(idOf(root), name == null ? root.getOperation() : name);
        });
    }

    private static String idOf(ISpan root) {
        return root.getSpanContext().getSpanId().toString();
    }
}
