package dev.sentryai.delivery.attributes;

import dev.sentryai.sentry.OtelSpanData;
import dev.sentryai.sentry.SentryScopes;
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
public record Segment(String id, String name) {

    /** Returns the one that the transaction stands for, as it is called by now. */
    public static Segment of(ITransaction transaction) {
        return new Segment(idOf(transaction), transaction.getName());
    }

    /** Returns the one that a span belongs to, as far as the scopes know its root. */
    public static Optional<Segment> around(ISpan span, IScopes scopes) {
        return SentryScopes.rootOf(span, scopes).map(root -> {
            String name = OtelSpanData.transactionName(root);
            return new Segment(idOf(root), name == null ? root.getOperation() : name);
        });
    }

    private static String idOf(ISpan root) {
        return root.getSpanContext().getSpanId().toString();
    }
}
