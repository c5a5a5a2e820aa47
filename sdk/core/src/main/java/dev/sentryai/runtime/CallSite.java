package dev.sentryai.runtime;

import java.util.Map;
import java.util.Optional;

/** A place in the running application at which calls can be recorded. Good for the thread and moment it was taken. */
public final class CallSite {

    private final AiRuntime runtime;
    private final Position position;

    CallSite(AiRuntime runtime, Position position) {
        this.runtime = runtime;
        this.position = position;
    }

    /** Tells whether a span started here has a chance to be sent; the sampler is not asked before it starts. */
    public boolean canRecord() {
        return runtime.isTracing() && !position.isUnsampled();
    }

    /** Tells whether anything may be sent of a call made here, apart from its failure. */
    public boolean isWatched() {
        return canRecord() || runtime.signals().isOn();
    }

    /** Returns the open span around that is the same model call, made by a layer above; empty when there is none. */
    public Optional<GenAiSpan> sameCallAround(String op) {
        CallKind kind = CallKind.of(op);
        GenAiSpan around = position.enclosing();
        if (around == null || kind == CallKind.OTHER || CallKind.of(around.op()) != kind || around.isEnded()) {
            return Optional.empty();
        }
        // a mark does not keep a call from being recorded that would be recorded without it
        return around.isMark() && canRecord() ? Optional.empty() : Optional.of(around);
    }

    /** Starts a span here. */
    public GenAiSpan start(SpanPlan plan) {
        return canRecord() ? runtime.start(position, plan) : runtime.startUnrecorded(position, plan);
    }

    /**
     * Starts the span of a call that a library made. Where somebody else has an open span for the same call, the settings
     * say whose is sent: ours in its place, or theirs with what it lacks.
     */
    public GenAiSpan startCall(SpanPlan plan) {
        return canRecord() ? runtime.startCall(position, plan) : runtime.startUnrecorded(position, plan);
    }

    /** Starts something of which nothing is sent but its failure. */
    public GenAiSpan startUnrecorded(SpanSource source) {
        return runtime.startUnrecorded(position, new SpanPlan(source, "gen_ai", null, Map.of(), null));
    }
}
