package dev.sentryai.runtime;

import dev.sentryai.sentry.SentryScopes;
import dev.sentryai.sentry.SpanListener;
import dev.sentryai.sentry.TransactionSpans;
import io.sentry.IScopes;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes AI spans that somebody else made with the Sentry SDK alone out of their transactions when they end, and has them
 * sent as ours are. While they are open they stay where they are, as the Sentry SDK looks there for the current span.
 * Thread-safe.
 */
final class Adoption implements SpanListener {

    private final AiRuntime runtime;
    private final IScopes lastResort;
    private final Set<ITransaction> running =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Map<ISpan, Origin> origins = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param lastResort scopes for spans of which no others are known any more; nobody's in particular */
    Adoption(AiRuntime runtime, IScopes lastResort) {
        this.runtime = runtime;
        this.lastResort = lastResort;
    }

    /** Where a span started. Weak, as scopes hold transactions, and those hold the span that this is kept by. */
    private record Origin(WeakReference<IScopes> scopes, WeakReference<@Nullable ITransaction> transaction) {}

    @Override
    public void began(ITransaction transaction) {
        running.add(transaction);
    }

    @Override
    public void started(ISpan span) {
        if (isAiSpan(span)) {
            runtime.guard().run("notice a span", () -> origins.put(span, originOf(span)));
        }
    }

    private Origin originOf(ISpan span) {
        IScopes scopes = Sentry.getCurrentScopes();
        ITransaction transaction = SentryScopes.transactionOf(scopes)
                .filter(candidate -> TransactionSpans.isIn(candidate, span))
                .orElseGet(() -> search(span));
        return new Origin(new WeakReference<>(scopes), new WeakReference<>(transaction));
    }

    private @Nullable ITransaction search(ISpan span) {
        List<ITransaction> candidates;
        synchronized (running) {
            candidates = List.copyOf(running);
        }
        return candidates.stream()
                .filter(candidate -> TransactionSpans.isIn(candidate, span))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void ended(ISpan span) {
        if (isAiSpan(span)) {
            runtime.guard().run("adopt a span", () -> adopt(span));
        }
    }

    /** Those that are still open are sent when they end. Only the SDK itself ends spans without saying so. */
    @Override
    public void ending(ITransaction transaction) {
        running.remove(transaction);
        runtime.guard()
                .run(
                        "keep spans for later",
                        () -> TransactionSpans.childrenOf(transaction).stream()
                                .filter(Adoption::isAiSpan)
                                .filter(span -> !runtime.bound().isOwn(span))
                                .forEach(span -> takeOver(span, transaction)));
    }

    private void takeOver(ISpan span, ITransaction transaction) {
        origins.computeIfAbsent(
                span, late -> new Origin(new WeakReference<>(lastResort), new WeakReference<>(transaction)));
        boolean over = span.isFinished();
        // whoever takes it out of the list sends it: it may be ending on another thread right now
        if (TransactionSpans.removeFromTransaction(transaction, span) && over) {
            adopt(span);
        }
    }

    private void adopt(ISpan span) {
        if (runtime.bound().isOwn(span) || !Boolean.TRUE.equals(span.isSampled())) {
            return;
        }
        Origin origin = origins.remove(span);
        origin = origin == null ? originOf(span) : origin;
        IScopes scopes = origin.scopes().get();
        runtime.adopt(span, origin.transaction().get(), scopes == null ? lastResort : scopes);
    }

    private static boolean isAiSpan(ISpan span) {
        return SpanPlan.isAiOp(span.getOperation());
    }
}
