package dev.sentryai.runtime;

import dev.sentryai.delivery.SpanBinding;
import dev.sentryai.sentry.SentryScopes;
import dev.sentryai.sentry.SpanMark;
import io.sentry.IScopes;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which of our spans is current where. The mark is the scopes in which a span was made current, so it goes wherever the
 * Sentry SDK carries scopes, other threads included. Thread-safe.
 */
final class BoundSpans {

    /** Those that can not be marked themselves: roots, and spans of OpenTelemetry. */
    private final Map<ISpan, WeakReference<GenAiSpan>> unmarked = Collections.synchronizedMap(new WeakHashMap<>());

    /** Held while a span is made inside of others: until it is known as ours, it would pass for somebody else's in calls made meanwhile. */
    private final ReentrantLock making = new ReentrantLock();

    @SuppressWarnings("ThreadLocalUsage") // each runtime has its own
    private final ThreadLocal<@Nullable Deque<Bound>> onThisThread = new ThreadLocal<>();

    /** Makes a span inside of others, and remembers that the one of the Sentry SDK is ours. */
    GenAiSpan ownInner(Supplier<GenAiSpan> maker) {
        making.lock();
        try {
            return own(maker.get());
        } finally {
            making.unlock();
        }
    }

    /** Remembers that the Sentry SDK's span behind a new one is ours. */
    GenAiSpan own(GenAiSpan made) {
        made.sentrySpan().ifPresent(sentrySpan -> own(sentrySpan, made));
        return made;
    }

    private void own(ISpan sentrySpan, GenAiSpan span) {
        if (!SpanMark.put(sentrySpan, span)) {
            unmarked.put(sentrySpan, new WeakReference<>(span));
        }
    }

    /** Tells whether a span of the Sentry SDK is one of ours. */
    boolean isOwn(ISpan sentrySpan) {
        return isKnown(sentrySpan) || (!(sentrySpan instanceof ITransaction) && isJustMade(sentrySpan));
    }

    private boolean isKnown(ISpan sentrySpan) {
        return marked(sentrySpan).isPresent() || unmarked.containsKey(sentrySpan);
    }

    /** Another thread's is seen in its transaction before it is known. */
    private boolean isJustMade(ISpan sentrySpan) {
        if (!making.isLocked()) {
            return isKnown(sentrySpan);
        }
        making.lock();
        try {
            return isKnown(sentrySpan);
        } finally {
            making.unlock();
        }
    }

    /** Returns our span behind one of the Sentry SDK, as long as somebody holds it. */
    Optional<GenAiSpan> owner(ISpan sentrySpan) {
        return marked(sentrySpan)
                .or(() -> Optional.ofNullable(unmarked.get(sentrySpan)).map(WeakReference::get));
    }

    private Optional<GenAiSpan> marked(ISpan sentrySpan) {
        return SpanMark.of(sentrySpan).filter(this::isOurs).map(GenAiSpan.class::cast);
    }

    private boolean isOurs(Object owner) {
        return owner instanceof GenAiSpan span && span.isKnownTo(this);
    }

    /** Makes the span current on this thread; one that is only a mark changes nothing for the Sentry SDK. */
    SpanBinding bind(GenAiSpan span) {
        SpanBinding binding = span.isMark() ? SpanBinding.mark() : SpanBinding.bind(span.open());
        SentryScopes.keep(binding.scopes(), span);
        Deque<Bound> bound = onThisThread.get();
        if (bound == null) {
            bound = new ArrayDeque<>(2);
            onThisThread.set(bound);
        }
        bound.push(new Bound(span, binding));
        return binding;
    }

    /** Returns the span that was made current last in the scopes or those they come from; it may have ended. */
    Optional<GenAiSpan> innermost(IScopes scopes) {
        Optional<GenAiSpan> kept = SentryScopes.keptIn(scopes, this::isOurs).map(GenAiSpan.class::cast);
        return kept.isPresent() ? kept : innermostInCleared(scopes);
    }

    /** An application that clears its scopes takes from them what they keep, but leaves the call that it is in. */
    private Optional<GenAiSpan> innermostInCleared(IScopes scopes) {
        Optional<GenAiSpan> here = boundAround(scopes);
        return here.isPresent() ? here : SentryScopes.activeIn(scopes).flatMap(this::owner);
    }

    private Optional<GenAiSpan> boundAround(IScopes scopes) {
        Deque<Bound> bound = onThisThread.get();
        for (Bound next : bound == null ? List.<Bound>of() : bound) {
            if (!next.binding.isClosed() && next.isAround(scopes)) {
                return Optional.of(next.span);
            }
        }
        return Optional.empty();
    }

    /** Makes spans no longer current that were made so on this thread but ended on another one. */
    void unwind() {
        Deque<Bound> bound = onThisThread.get();
        if (bound == null) {
            return;
        }
        while (!bound.isEmpty() && bound.peek().isOver()) {
            bound.pop().leave();
        }
    }

    private record Bound(GenAiSpan span, SpanBinding binding) {

        /** Closed already, or ended and with nothing of somebody else's on top, or left behind by a task of a pool. */
        boolean isOver() {
            return binding.isClosed() || (span.isEnded() && (isCurrent() || !isAround(Sentry.getCurrentScopes())));
        }

        /** Closing a binding that was left behind would make current what was so at its time. */
        void leave() {
            if (isCurrent()) {
                binding.close();
            }
        }

        private boolean isCurrent() {
            return Sentry.getCurrentScopes() == binding.scopes();
        }

        private boolean isAround(IScopes inner) {
            return SentryScopes.isAround(binding.scopes(), inner);
        }
    }
}
