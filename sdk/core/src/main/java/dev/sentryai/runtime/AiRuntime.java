package dev.sentryai.runtime;

import dev.sentryai.content.ContentEditor;
import dev.sentryai.content.ContentPolicy;
import dev.sentryai.content.HiddenContent;
import dev.sentryai.delivery.Delivery;
import dev.sentryai.delivery.OpenSpan;
import dev.sentryai.deprecated.DeprecatedAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.sentry.SentrySpanData;
import dev.sentryai.sentry.SpanHead;
import dev.sentryai.settings.AiSettings;
import dev.sentryai.signal.CallSignals;
import dev.sentryai.value.AttributeMap;
import io.sentry.IScopes;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.SentryDate;
import io.sentry.SentryOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** AI monitoring of one running Sentry SDK. Thread-safe. */
public final class AiRuntime implements AutoCloseable {

    private final SentryOptions options;
    private final AiSettings settings;
    private final Delivery delivery;
    private final Guard guard;
    private final ContentEditor content;
    private final BoundSpans bound = new BoundSpans();
    private final Failures failures = new Failures();
    private final ForeignCalls foreign;
    private final CallSignals signals;

    AiRuntime(SentryOptions options, AiSettings settings, Delivery delivery) {
        this.options = options;
        this.settings = settings;
        this.delivery = delivery;
        this.guard = new Guard(options::getLogger);
        this.content = new ContentEditor(settings.content(), options.getLogger());
        this.signals = CallSignals.of(settings.signals(), options);
        this.foreign = new ForeignCalls(settings.foreign().replaced());
    }

    /**
     * Returns the one that belongs to the current scopes. Where nobody configured AI monitoring it works with the
     * default settings, except that spans stay in their transaction.
     *
     * @return empty when the Sentry SDK is off
     */
    public static Optional<AiRuntime> current() {
        IScopes scopes = Sentry.getCurrentScopes();
        return scopes.isEnabled() ? AiIntegration.runtimeOf(scopes.getOptions()) : Optional.empty();
    }

    /** Returns what keeps failures from the host. */
    public Guard guard() {
        return guard;
    }

    ContentEditor content() {
        return content;
    }

    BoundSpans bound() {
        return bound;
    }

    Failures failures() {
        return failures;
    }

    ForeignCalls foreign() {
        return foreign;
    }

    CallSignals signals() {
        return signals;
    }

    /** Tells whether what comes out of the calls of such is recorded. */
    public boolean recordsOutputs(SpanSource source) {
        return policyFor(source).outputs();
    }

    /**
     * Says what went into a call that was not recorded and what came out of it, as what fails further out may quote it.
     *
     * @param place where it was made
     * @param inputs run whenever something fails; texts, or anything with texts in it
     * @param outputs likewise
     */
    public void hide(IScopes place, SpanSource source, Supplier<?> inputs, Supplier<?> outputs) {
        GenAiSpan around =
                bound.innermost(place).flatMap(GenAiSpan::nearestRunning).orElse(null);
        HiddenContent hidden =
                around == null ? HiddenContent.NONE : policyFor(source).hidden(inputs, outputs);
        if (around != null) {
            around.unrecorded().addInside(hidden);
        }
    }

    ContentPolicy policyFor(SpanSource source) {
        return ContentPolicy.of(source.recordInputs(), source.recordOutputs(), settings.content(), options);
    }

    void addDeprecated(Map<String, Object> attributes) {
        if (settings.attributes().deprecatedNames()) {
            new DeprecatedAttributes(content::limited).addTo(attributes);
        }
    }

    void addCost(Map<String, Object> attributes, String op) {
        PriceTable prices = settings.attributes().prices();
        if (prices != null) {
            new CostAttributes(prices).addTo(attributes, op);
        }
    }

    /** Looks where the current thread is. */
    public CallSite here() {
        bound.unwind();
        return at(Sentry.getCurrentScopes());
    }

    /** Looks where these scopes are. */
    public CallSite at(IScopes scopes) {
        return new CallSite(this, foreign.withoutReplaced(Position.of(scopes, bound)));
    }

    /**
     * Sets attributes on a span of the Sentry SDK, which may stand for one of ours.
     *
     * @param values sanitised
     */
    public void set(ISpan span, Map<String, Object> values) {
        guard.run(
                "set attributes",
                () -> bound.owner(span)
                        .ifPresentOrElse(own -> values.forEach(own::set), () -> setForeign(span, values)));
    }

    private void setForeign(ISpan span, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>();
        values.forEach((key, value) -> content.edit(key, value, all::put));
        addDeprecated(all);
        all.forEach(span::setData);
    }

    /** Tells whether the Sentry SDK makes spans at all. */
    public boolean isTracing() {
        return options.isTracingEnabled();
    }

    /** Tells whether anything may be sent of calls, apart from their failures. */
    public boolean isWatching() {
        return isTracing() || signals.isOn();
    }

    GenAiSpan startUnrecorded(Position position, SpanPlan plan) {
        return signals.isOn()
                ? start(position, plan, head -> OpenSpan.unrecorded())
                : new GenAiSpan(this, plan, position, OpenSpan.unrecorded());
    }

    GenAiSpan start(Position position, SpanPlan plan) {
        return start(plan, head -> {
            Supplier<GenAiSpan> maker = () -> made(position, plan, position.start(delivery, head));
            // Nobody else sees a root before it is current, and the application's sampler may take its time over it.
            return position.isOutermost() ? bound.own(maker.get()) : bound.ownInner(maker);
        });
    }

    GenAiSpan startCall(Position position, SpanPlan plan) {
        ISpan theirs = foreign.sameCallAround(position, plan.op()).orElse(null);
        if (theirs == null) {
            return start(position, plan);
        }
        return foreign.placeOf(theirs, position)
                .map(place -> replace(theirs, place, plan))
                .orElseGet(() -> enrich(theirs, position, plan));
    }

    private GenAiSpan enrich(ISpan theirs, Position position, SpanPlan plan) {
        foreign.enrich(theirs, plan.source());
        return start(position, plan, head -> position.enrich(theirs, delivery, head));
    }

    /**
     * Sends a span of somebody else's that has just ended as if it were ours. What it holds of the content of calls is
     * recorded only where that is wanted. Metrics and logs hear of it where it tells what a model used and no other span does.
     *
     * @param transaction theirs; null when it is not known
     * @param scopes those where it started
     */
    void adopt(ISpan theirs, @Nullable ITransaction transaction, IScopes scopes) {
        SpanSource source = foreign.sourceOf(theirs);
        ContentPolicy policy = policyFor(source);
        Position position = Position.around(theirs, transaction, scopes, bound);
        SpanPlan plan = new SpanPlan(source, theirs.getOperation(), theirs.getDescription(), Map.of(), null);
        GenAiSpan adopted = start(position, plan, head -> delivery.adopt(theirs, transaction, head, scopes));
        SentrySpanData.dataOf(theirs).forEach((key, value) -> {
            if (policy.allows(key)) {
                adopted.set(key, value);
            }
        });
        boolean told = signals.isOn() && UsageAttributes.isOn(adopted) && !foreign.isTold(theirs, position);
        adopted.endForeign(SentrySpanData.statusOf(theirs), told ? durationOf(theirs) : null);
    }

    private static Duration durationOf(ISpan ended) {
        SentryDate end = ended.getFinishDate();
        return Duration.ofNanos(end == null ? 0 : Math.max(0, end.diff(ended.getStartDate())));
    }

    private GenAiSpan replace(ISpan theirs, Position place, SpanPlan plan) {
        GenAiSpan ours = start(place, plan);
        if (ours.isRecording()) {
            foreign.replace(theirs);
        }
        return ours;
    }

    private GenAiSpan start(Position position, SpanPlan plan, Function<SpanHead, OpenSpan> starter) {
        return start(plan, head -> made(position, plan, starter.apply(head)));
    }

    private GenAiSpan made(Position position, SpanPlan plan, OpenSpan open) {
        return new GenAiSpan(this, plan, position, open);
    }

    private GenAiSpan start(SpanPlan plan, Function<SpanHead, GenAiSpan> maker) {
        Map<String, Object> known = new AttributeMap(GenAiSpan.USUAL_ATTRIBUTES);
        plan.operationName().ifPresent(name -> known.put(GenAiAttributes.OPERATION_NAME, name));
        BiConsumer<String, Object> sink = known::put;
        plan.attributes().forEach((key, value) -> content.edit(key, value, sink));
        SpanHead head =
                new SpanHead(plan.op(), plan.nameWith(known), plan.source().origin());
        GenAiSpan span = maker.apply(head);
        span.begin(head.name(), known);
        return span;
    }

    @Override
    public void close() {
        delivery.close();
    }
}
