package dev.sentryai.runtime;

import dev.sentryai.delivery.Delivery;
import dev.sentryai.delivery.OpenSpan;
import dev.sentryai.sentry.SentryScopes;
import dev.sentryai.sentry.SentrySpanData;
import dev.sentryai.sentry.SpanHead;
import dev.sentryai.sentry.TransactionSpans;
import dev.sentryai.value.AttributeValue;
import io.sentry.IScopes;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a call is made, on the thread that makes it: below one of our spans, below one of the Sentry SDK, or below none.
 * At most one of the two parents is there.
 *
 * @param scopes current at the call
 * @param enclosing our innermost span around the call, ended or not, or the mark of a call that is not recorded; null
 *     when there is none
 * @param parent our span to hang the new one on; null when it hangs on another or on none
 * @param sentryParent span of the Sentry SDK to hang the new one on; null when it hangs on ours or on none
 */
record Position(
        IScopes scopes,
        @Nullable GenAiSpan enclosing,
        @Nullable GenAiSpan parent,
        @Nullable ISpan sentryParent) {

    /** Finds out where the current thread is. */
    static Position of(IScopes scopes, BoundSpans bound) {
        GenAiSpan enclosing = bound.innermost(scopes).orElse(null);
        GenAiSpan own = enclosing == null ? null : enclosing.nearestParent().orElse(null);
        ISpan active = foreign(scopes, bound);
        GenAiSpan open = own == null ? null : own.nearestOpen().orElse(null);
        if (open != null && (active == null || active.isFinished() || !isSetInside(scopes, open, bound))) {
            return new Position(scopes, enclosing, open, null);
        }
        if (active != null && !active.isFinished()) {
            return new Position(scopes, enclosing, null, active);
        }
        return own == null ? new Position(scopes, enclosing, null, active) : new Position(scopes, enclosing, own, null);
    }

    /** Returns where a span of somebody else's is that has started there. */
    static Position around(ISpan theirs, @Nullable ITransaction transaction, IScopes scopes, BoundSpans bound) {
        ISpan parent = TransactionSpans.outwards(theirs, transaction)
                .skip(1)
                .findFirst()
                .orElse(null);
        return new Position(scopes, bound.innermost(scopes).orElse(null), null, parent);
    }

    /**
     * Without an active span the Sentry SDK takes the newest open span of the whole transaction, whichever thread made
     * it. When that is one of ours it is current elsewhere, not here, so what is around it counts.
     */
    private static @Nullable ISpan foreign(IScopes scopes, BoundSpans bound) {
        ISpan active = scopes.getSpan();
        ISpan candidate = active;
        if (active != null && bound.isOwn(active)) {
            candidate =
                    bound.owner(active).flatMap(own -> own.position().around()).orElse(null);
        }
        if (candidate != null && !candidate.isFinished()) {
            return candidate;
        }
        ITransaction transaction = SentryScopes.transactionOf(scopes).orElse(null);
        return transaction == null ? active : transaction;
    }

    /** Our span is what the Sentry SDK holds active inside of it, unless the application made another one active. */
    private static boolean isSetInside(IScopes scopes, GenAiSpan open, BoundSpans bound) {
        ISpan active = scopes.getSpan();
        return active != null
                && !bound.isOwn(active)
                && open.open().sentrySpan().filter(own -> !isSame(own, active)).isPresent();
    }

    /** With OpenTelemetry a span may have more than one object that stands for it. */
    private static boolean isSame(ISpan one, ISpan other) {
        return one.getSpanContext().getSpanId().equals(other.getSpanContext().getSpanId());
    }

    /** Returns the position around a foreign span; empty when nothing open is known there. */
    Optional<Position> above(ISpan foreign) {
        return SentryScopes.parentOf(foreign, scopes).map(this::below);
    }

    private Position below(ISpan span) {
        GenAiSpan own = enclosing == null ? null : enclosing.nearestOpen().orElse(null);
        boolean isOurs = own != null
                && own.open()
                        .sentrySpan()
                        .filter(candidate -> isSame(candidate, span))
                        .isPresent();
        return isOurs ? new Position(scopes, enclosing, own, null) : new Position(scopes, enclosing, null, span);
    }

    /** Tells whether the trace that the call belongs to is known to be unsampled. */
    boolean isUnsampled() {
        if (parent != null) {
            return !parent.isRecording();
        }
        if (sentryParent != null) {
            return !Boolean.TRUE.equals(sentryParent.isSampled());
        }
        // the application has cleared the scopes of the transaction that the call around belongs to
        return enclosing != null && !enclosing.isEnded() && enclosing.position().isUnsampled();
    }

    /** Returns the nearest span around that is not ours. */
    Optional<ISpan> around() {
        return parent != null ? parent.position().around() : Optional.ofNullable(sentryParent);
    }

    /** Without a transaction in the scopes, as with OpenTelemetry, the Sentry SDK does not find what is around by itself. */
    Optional<ISpan> onlyKnownHere() {
        return SentryScopes.transactionOf(scopes).isPresent()
                ? Optional.empty()
                : around().filter(span -> !span.isFinished());
    }

    /** Returns the spans around that are not ours, from the inside out, as far as they are known. */
    Stream<ISpan> foreignAround() {
        return around().stream().flatMap(span -> TransactionSpans.outwards(span, transaction(span)));
    }

    /** Returns our spans around, ended or not, from the inside out. */
    Stream<GenAiSpan> oursAround() {
        return Stream.iterate(
                enclosing, Objects::nonNull, span -> span.position().enclosing());
    }

    /** Returns what the AI spans of others around have under that key, sanitised; the innermost that has it counts. */
    Optional<Object> foreignData(String key) {
        if (sentryParent == null || !SpanPlan.isAiOp(sentryParent.getOperation())) {
            return Optional.empty();
        }
        return TransactionSpans.outwards(sentryParent, transaction(sentryParent))
                .takeWhile(span -> SpanPlan.isAiOp(span.getOperation()))
                .flatMap(span -> SentrySpanData.dataOf(span, key).stream())
                .findFirst()
                .flatMap(AttributeValue::of);
    }

    /** Returns what is around under that key, as {@link #foreignData} or on ours; null when nothing is. */
    @Nullable
    Object inherited(String key) {
        Object theirs = foreignData(key).orElse(null);
        if (theirs != null || enclosing == null) {
            return theirs;
        }
        Object own = enclosing.get(key).orElse(null);
        return own == null ? enclosing.position().inherited(key) : own;
    }

    /** Tells whether a span here is the root of a trace or of a part of one. */
    boolean isOutermost() {
        return parent == null && sentryParent == null;
    }

    /** Starts a span here. */
    OpenSpan start(Delivery delivery, SpanHead head) {
        if (parent != null) {
            return delivery.startChild(parent.open(), head, scopes);
        }
        if (sentryParent == null) {
            return delivery.startRoot(scopes, head);
        }
        return delivery.startChild(sentryParent, transaction(sentryParent), head, scopes);
    }

    /** Adds to a span of somebody else's around instead of starting one here. */
    OpenSpan enrich(ISpan theirs, Delivery delivery, SpanHead head) {
        return delivery.enrich(theirs, transaction(theirs), head);
    }

    private @Nullable ITransaction transaction(ISpan span) {
        if (span instanceof ITransaction transaction) {
            return transaction;
        }
        ITransaction transaction = SentryScopes.transactionOf(scopes).orElse(null);
        return transaction != null && isSameTrace(transaction, span) ? transaction : null;
    }

    private static boolean isSameTrace(ISpan one, ISpan other) {
        return one.getSpanContext().getTraceId().equals(other.getSpanContext().getTraceId());
    }
}
