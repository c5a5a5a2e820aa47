package dev.sentryai.runtime;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.sentry.SentryScopes;
import dev.sentryai.sentry.SentrySpanData;
import dev.sentryai.sentry.TransactionSpans;
import io.sentry.ISpan;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/** Spans that others, such as an OpenTelemetry instrumentation, made for calls that we see as well. Thread-safe. */
final class ForeignCalls {

    private final boolean replacing;
    private final Map<ISpan, SpanSource> enriched = Collections.synchronizedMap(new WeakHashMap<>());
    private final Set<ISpan> replaced = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Those of which metrics and logs have heard by a span inside. */
    private final Set<ISpan> told = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** @param replacing whether ours is sent instead of theirs */
    ForeignCalls(boolean replacing) {
        this.replacing = replacing;
    }

    /** Returns the open span around that somebody else made for the same model call; empty when there is none. */
    Optional<ISpan> sameCallAround(Position position, String op) {
        CallKind kind = CallKind.of(op);
        ISpan parent = position.sentryParent();
        if (parent == null || kind == CallKind.OTHER || parent.isFinished() || kindOf(parent) != kind) {
            return Optional.empty();
        }
        return SentryScopes.isCurrent(parent, position.scopes()) ? Optional.of(parent) : Optional.empty();
    }

    /** Notes that metrics and logs have heard of a call, which spans of others around may be the same as. */
    void told(String op, Position position) {
        CallKind kind = CallKind.of(op);
        if (kind != CallKind.OTHER) {
            position.foreignAround().filter(span -> kindOf(span) == kind).forEach(told::add);
        }
    }

    /** Tells whether metrics and logs have heard or will hear of the call by another span: one of ours around, or any inside. */
    boolean isTold(ISpan theirs, Position position) {
        CallKind kind = kindOf(theirs);
        return told.contains(theirs)
                || enriched.containsKey(theirs)
                || (kind != CallKind.OTHER && position.oursAround().anyMatch(span -> CallKind.of(span.op()) == kind));
    }

    private static CallKind kindOf(ISpan span) {
        CallKind byOp = CallKind.of(span.getOperation());
        return byOp != CallKind.OTHER
                ? byOp
                : SentrySpanData.dataOf(span, GenAiAttributes.OPERATION_NAME)
                        .map(name -> CallKind.of("gen_ai." + name))
                        .orElse(CallKind.OTHER);
    }

    /** Returns where ours takes the place of theirs; empty when theirs stays, as wished or as its place is not known. */
    Optional<Position> placeOf(ISpan theirs, Position position) {
        return replacing ? position.above(theirs) : Optional.empty();
    }

    /** Remembers who adds to theirs, and what its user decided for it. */
    void enrich(ISpan theirs, SpanSource source) {
        enriched.put(theirs, source);
    }

    /** Returns who made theirs; what was decided for whoever added to it holds for all of it. */
    SpanSource sourceOf(ISpan theirs) {
        String origin = SentrySpanData.originOf(theirs);
        SpanSource adding = enriched.get(theirs);
        return adding == null
                ? new SpanSource(origin, null, null, null)
                : new SpanSource(origin, null, adding.recordInputs(), adding.recordOutputs());
    }

    /** Keeps theirs from being sent. */
    void replace(ISpan theirs) {
        replaced.add(theirs);
        TransactionSpans.excludeFromTransaction(theirs);
    }

    /** Returns the position as it is without spans that have been replaced. */
    Position withoutReplaced(Position position) {
        ISpan parent = position.sentryParent();
        return parent != null && replaced.contains(parent)
                ? position.above(parent).orElse(position)
                : position;
    }
}
