package dev.sentryai.sentry;

import io.sentry.EventProcessor;
import io.sentry.IScope;
import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.NoOpScopes;
import io.sentry.ScopeType;
import io.sentry.Sentry;
import io.sentry.SpanDataConvention;
import io.sentry.SpanId;
import io.sentry.internal.eventprocessor.EventProcessorAndOrder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the Sentry SDK thinks that a thread is. Stateless. */
public final class SentryScopes {

    private SentryScopes() {}

    /**
     * Tells whether the scopes' span is current here for more than being the newest one of its transaction, which one
     * made by a parallel thread may be as well.
     */
    public static boolean isCurrent(ISpan span, IScopes scopes) {
        ITransaction transaction = scopes.getTransaction();
        return transaction == null
                || span == transaction
                || transaction.getLatestActiveSpan() != span
                || String.valueOf(Thread.currentThread().getId()).equals(span.getData(SpanDataConvention.THREAD_ID));
    }

    /** Returns the open span that is the parent of another one, as far as the scopes around know it. */
    public static Optional<ISpan> parentOf(ISpan span, IScopes scopes) {
        SpanId id = span.getSpanContext().getParentSpanId();
        return spansAround(scopes)
                .filter(candidate -> candidate.getSpanContext().getSpanId().equals(id) && !candidate.isFinished())
                .findFirst();
    }

    private static Stream<ISpan> spansAround(IScopes scopes) {
        return Stream.iterate(scopes, Objects::nonNull, IScopes::getParentScopes)
                .flatMap(next -> Stream.of(Optional.ofNullable(next.getSpan()), transactionOf(next)))
                .flatMap(Optional::stream);
    }

    /** Returns the scopes of this thread; empty when it has none of its own, or those of an SDK that was closed. */
    public static Optional<IScopes> scopesOfThread() {
        return Optional.of(Sentry.getCurrentScopes(false)).filter(IScopes::isEnabled);
    }

    /** Gives this thread scopes, for good. */
    public static void setScopesOfThread(IScopes scopes) {
        Sentry.setCurrentScopes(scopes);
    }

    /** Takes its scopes from this thread; whoever needs some on it gets new ones. */
    @SuppressWarnings("deprecation") // the Sentry SDK itself has nothing else for it
    public static void clearScopesOfThread() {
        Sentry.setCurrentScopes(NoOpScopes.getInstance());
    }

    /** Returns the transaction of the scopes; empty when there is none. */
    public static Optional<ITransaction> transactionOf(IScopes scopes) {
        return Optional.ofNullable(scopes.getTransaction());
    }

    /**
     * Makes the span the current one of a fork of the current scopes. The Sentry SDK's own {@code makeCurrent} works
     * only with OpenTelemetry, so both are done. Returns what is to be closed, the last one first.
     */
    public static List<ISentryLifecycleToken> makeCurrent(@Nullable ISpan sentrySpan, IScopes fork) {
        if (sentrySpan instanceof ITransaction transaction) {
            fork.configureScope(ScopeType.CURRENT, scope -> scope.setTransaction(transaction));
        }
        fork.setActiveSpan(sentrySpan);
        if (sentrySpan == null || !SentrySpans.isOtel(sentrySpan)) {
            return List.of(fork.makeCurrent());
        }
        // When the span ends on another thread it closes its own token, which then restores nothing on this one.
        ISentryLifecycleToken before = Sentry.getCurrentScopes().makeCurrent();
        return List.of(before, sentrySpan.makeCurrent(), fork.makeCurrent());
    }

    /** Returns the outermost span of the same trace that the scopes know, which stands for the transaction. */
    public static Optional<ISpan> rootOf(ISpan span, IScopes scopes) {
        return spansAround(scopes)
                .filter(candidate -> candidate
                        .getSpanContext()
                        .getTraceId()
                        .equals(span.getSpanContext().getTraceId()))
                .reduce((inner, outer) -> outer);
    }

    /** Returns scopes like these in which the span is active; they are current nowhere. */
    public static IScopes scopesOf(ISpan span, IScopes around) {
        IScopes fork = around.forkedCurrentScope("sentry-ai");
        fork.setActiveSpan(span);
        return fork;
    }

    /**
     * Keeps something for as long as somebody has the scopes. Where else a scope can keep things, they are sent with
     * events; an event processor is only asked, and this one has no opinion.
     */
    public static void keep(IScopes scopes, Object kept) {
        scopes.configureScope(ScopeType.CURRENT, scope -> scope.addEventProcessor(new Keeper(kept)));
    }

    /**
     * Returns what was kept last in the scopes or in those that they were forked from.
     *
     * @param wanted what of it counts
     */
    public static Optional<Object> keptIn(IScopes scopes, Predicate<Object> wanted) {
        Object last = null;
        for (EventProcessorAndOrder processor : scopes.getScope().getEventProcessorsWithOrder()) {
            if (processor.getEventProcessor() instanceof Keeper keeper && wanted.test(keeper.kept())) {
                last = keeper.kept();
            }
        }
        return Optional.ofNullable(last);
    }

    /** Returns the span that is active in the scopes themselves, and not merely the newest one of their transaction. */
    public static Optional<ISpan> activeIn(IScopes scopes) {
        IScope current = scopes.getScope();
        return current.getTransaction() == null ? Optional.ofNullable(current.getSpan()) : Optional.empty();
    }

    /** Tells whether the scopes are the inner ones or those that they come from. */
    public static boolean isAround(IScopes scopes, IScopes inner) {
        return scopes.isAncestorOf(inner);
    }

    private record Keeper(Object kept) implements EventProcessor {}

    /** Lets a fork whose span has ended show another one, for threads that still have the fork. */
    public static void release(IScopes fork, @Nullable ISpan next) {
        fork.setActiveSpan(next);
        fork.configureScope(ScopeType.CURRENT, IScope::clearTransaction);
    }
}
