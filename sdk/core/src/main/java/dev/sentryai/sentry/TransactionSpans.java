package dev.sentryai.sentry;

import io.sentry.Baggage;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.Span;
import io.sentry.SpanId;
import io.sentry.TracesSamplingDecision;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The spans that a transaction has and would send. Stateless. */
public final class TransactionSpans {

    private static final TracesSamplingDecision NOT_SAMPLED = new TracesSamplingDecision(false);

    private TransactionSpans() {}

    /**
     * Takes a child out of the list of what the transaction sends; it stays a working span.
     *
     * @return false when it was not in there, or not in such a list
     */
    public static boolean removeFromTransaction(ITransaction transaction, ISpan child) {
        return child instanceof Span && transaction.getSpans().remove(child);
    }

    /** Keeps an ended child from being sent with its transaction, which may be over; late children still can be. */
    public static void takeOut(@Nullable ITransaction transaction, ISpan child) {
        if (transaction == null) {
            excludeFromTransaction(child);
        } else {
            removeFromTransaction(transaction, child);
        }
    }

    /** Tells whether the span is a child that the transaction would send. */
    public static boolean isIn(ITransaction transaction, ISpan child) {
        return child instanceof Span && transaction.getSpans().contains(child);
    }

    /** Returns the children that the transaction would send now. */
    public static List<ISpan> childrenOf(ITransaction transaction) {
        return List.copyOf(transaction.getSpans());
    }

    /**
     * Keeps a finished child from being sent with its transaction. Where all spans of a trace share one sampling context,
     * it is frozen before, as the flag would be written into it.
     */
    public static void excludeFromTransaction(ISpan child) {
        Baggage baggage = child.getSpanContext().getBaggage();
        if (SentrySpans.isOtel(child) || (baggage != null && baggage.isMutable())) {
            SentrySpans.samplingOf(child, Sentry.getCurrentScopes());
        }
        child.getSpanContext().setSamplingDecision(NOT_SAMPLED);
    }

    /** Returns the span and what is around it in its transaction, from the inside out, as far as the latter knows. */
    public static Stream<ISpan> outwards(ISpan span, @Nullable ITransaction transaction) {
        return transaction == null
                ? Stream.of(span)
                : Stream.iterate(span, Objects::nonNull, inner -> parentIn(transaction, inner));
    }

    private static @Nullable ISpan parentIn(ITransaction transaction, ISpan inner) {
        SpanId id = inner.getSpanContext().getParentSpanId();
        if (inner == transaction || transaction.getSpanContext().getSpanId().equals(id)) {
            return inner == transaction ? null : transaction;
        }
        return transaction.getSpans().stream()
                .filter(span -> span.getSpanContext().getSpanId().equals(id))
                .findFirst()
                .orElse(null);
    }
}
