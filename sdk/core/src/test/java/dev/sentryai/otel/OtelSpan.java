package dev.sentryai.otel;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.sentry.Baggage;
import io.sentry.BaggageHeader;
import io.sentry.Hint;
import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.Instrumenter;
import io.sentry.MeasurementUnit;
import io.sentry.NoOpScopesLifecycleToken;
import io.sentry.NoOpSpan;
import io.sentry.ScopeBindingMode;
import io.sentry.SentryDate;
import io.sentry.SentryLongDate;
import io.sentry.SentryTraceHeader;
import io.sentry.SpanContext;
import io.sentry.SpanId;
import io.sentry.SpanOptions;
import io.sentry.SpanStatus;
import io.sentry.TraceContext;
import io.sentry.TracesSamplingDecision;
import io.sentry.TransactionContext;
import io.sentry.protocol.Contexts;
import io.sentry.protocol.SentryId;
import io.sentry.protocol.TransactionNameSource;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the Sentry SDK knows of an OpenTelemetry span. Others see its {@link Face}s. */
final class OtelSpan implements ITransaction, SentryOtelSpan {

    private static final Map<io.opentelemetry.api.trace.SpanContext, SentryOtelSpan> KNOWN =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final WeakReference<ReadWriteSpan> otel;
    private final IScopes scopes;
    private final SpanContext context;
    private final SentryDate start;
    private final Contexts contexts = new Contexts();
    private final Map<String, Object> data = new ConcurrentHashMap<>();
    private final Deque<ISentryLifecycleToken> tokens = new ArrayDeque<>();
    private @Nullable String name;

    private OtelSpan(ReadWriteSpan otel, IScopes scopes, SpanContext context) {
        this.otel = new WeakReference<>(otel);
        this.scopes = scopes;
        this.context = context;
        this.start = new SentryLongDate(otel.toSpanData().getStartEpochNanos());
    }

    static void create(
            ReadWriteSpan otel, IScopes scopes, @Nullable SentryOtelSpan parent, TracesSamplingDecision decision) {
        SpanContext context = new TransactionContext(
                new SentryId(otel.getSpanContext().getTraceId()),
                new SpanId(otel.getSpanContext().getSpanId()),
                parent == null ? null : parent.getSpanContext().getSpanId(),
                null,
                parent == null
                        ? OtelMode.newBaggage(scopes, decision)
                        : parent.getSpanContext().getBaggage());
        context.setOperation(otel.getName());
        context.setSamplingDecision(decision);
        context.setOrigin("auto.opentelemetry");
        KNOWN.put(otel.getSpanContext(), Face.known(new OtelSpan(otel, scopes, context)));
    }

    static @Nullable SentryOtelSpan known(io.opentelemetry.api.trace.SpanContext otel) {
        return KNOWN.get(otel);
    }

    static OtelSpan behind(io.opentelemetry.api.trace.SpanContext otel) {
        return Face.behind(requireNonNull(KNOWN.get(otel)));
    }

    static OtelSpan behind(Span otel) {
        return behind(otel.getSpanContext());
    }

    Span otel() {
        ReadWriteSpan span = otel.get();
        return span == null ? Span.getInvalid() : span;
    }

    IScopes scopes() {
        return scopes;
    }

    @Nullable
    Baggage baggage() {
        return context.getBaggage();
    }

    @Override
    public ISpan startChild(SpanContext child, SpanOptions options) {
        if (isFinished()) {
            return NoOpSpan.getInstance();
        }
        SentryOtelSpan self = requireNonNull(known(otel().getSpanContext()));
        ISpan span = scopes.getOptions().getSpanFactory().createSpan(scopes, options, child, self);
        ScopeBindingMode mode = options.getScopeBindingMode();
        boolean isCurrent = Span.current().getSpanContext().equals(otel().getSpanContext());
        if (mode == ScopeBindingMode.ON || (mode == ScopeBindingMode.AUTO && isCurrent)) {
            span.makeCurrent();
        }
        return span;
    }

    @Override
    public ISpan startChild(String operation, @Nullable String description, SpanOptions options) {
        SpanContext child = context.copyForChild(operation, context.getSpanId(), null);
        child.setDescription(description);
        return startChild(child, options);
    }

    @Override
    public ISpan startChild(String operation) {
        return startChild(operation, null, new SpanOptions());
    }

    @Override
    public ISpan startChild(String operation, @Nullable String description) {
        return startChild(operation, description, new SpanOptions());
    }

    @Override
    public ISpan startChild(String operation, @Nullable String description, @Nullable SentryDate timestamp) {
        SpanOptions options = new SpanOptions();
        options.setStartTimestamp(timestamp);
        return startChild(operation, description, options);
    }

    @Override
    public ISpan startChild(
            String operation, @Nullable String description, @Nullable SentryDate timestamp, Instrumenter instrumenter) {
        return startChild(operation, description, timestamp);
    }

    @Override
    public ISpan startChild(
            String operation,
            @Nullable String description,
            @Nullable SentryDate timestamp,
            Instrumenter instrumenter,
            SpanOptions options) {
        return startChild(operation, description, options);
    }

    @Override
    public ISentryLifecycleToken makeCurrent() {
        ReadWriteSpan span = otel.get();
        if (span == null) {
            return NoOpScopesLifecycleToken.getInstance();
        }
        Scope scope = span.makeCurrent();
        ISentryLifecycleToken token = scope::close;
        tokens.addFirst(token);
        return token;
    }

    @Override
    public void finish() {
        finish(getStatus());
    }

    @Override
    public void finish(@Nullable SpanStatus status) {
        setStatus(status);
        otel().end();
        tokens.forEach(ISentryLifecycleToken::close);
    }

    /** Leaves everything bound that was bound. */
    @Override
    public void finish(@Nullable SpanStatus status, @Nullable SentryDate timestamp) {
        setStatus(status);
        if (timestamp == null) {
            otel().end();
        } else {
            otel().end(timestamp.nanoTimestamp(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void finish(
            @Nullable SpanStatus status,
            @Nullable SentryDate timestamp,
            boolean dropIfNoChildren,
            @Nullable Hint hint) {
        finish(status, timestamp);
    }

    @Override
    public void forceFinish(SpanStatus status, boolean dropIfNoChildren, @Nullable Hint hint) {
        finish(status);
    }

    @Override
    public void scheduleFinish() {
        // the root ends when it is ended
    }

    @Override
    public boolean isFinished() {
        ReadWriteSpan span = otel.get();
        return span == null || span.hasEnded();
    }

    /** Freezes what all spans of the trace share. */
    @Override
    public @Nullable TraceContext traceContext() {
        Baggage baggage = context.getBaggage();
        if (baggage == null) {
            return null;
        }
        if (baggage.isMutable()) {
            baggage.setValuesFromTransaction(
                    context.getTraceId(), null, scopes.getOptions(), getSamplingDecision(), name, nameSource());
            baggage.freeze();
        }
        return baggage.toTraceContext();
    }

    private @Nullable TransactionNameSource nameSource() {
        return name == null ? null : TransactionNameSource.CUSTOM;
    }

    @Override
    public @Nullable BaggageHeader toBaggageHeader(@Nullable List<String> others) {
        traceContext();
        Baggage baggage = context.getBaggage();
        return baggage == null ? null : BaggageHeader.fromBaggageAndOutgoingHeader(baggage, others);
    }

    @Override
    public SentryTraceHeader toSentryTrace() {
        return new SentryTraceHeader(context.getTraceId(), context.getSpanId(), isSampled());
    }

    @Override
    public SpanContext getSpanContext() {
        return context;
    }

    @Override
    public @Nullable Boolean isSampled() {
        return context.getSampled();
    }

    @Override
    public @Nullable Boolean isProfileSampled() {
        return context.getProfileSampled();
    }

    @Override
    public @Nullable TracesSamplingDecision getSamplingDecision() {
        return context.getSamplingDecision();
    }

    @Override
    public void setOperation(String operation) {
        otel().updateName(operation);
    }

    @Override
    public String getOperation() {
        ReadWriteSpan span = otel.get();
        return span == null ? "<unlabeled span>" : span.getName();
    }

    @Override
    public void setDescription(@Nullable String description) {
        context.setDescription(description);
    }

    @Override
    public @Nullable String getDescription() {
        return context.getDescription();
    }

    @Override
    public void setStatus(@Nullable SpanStatus status) {
        context.setStatus(status);
    }

    @Override
    public @Nullable SpanStatus getStatus() {
        return context.getStatus();
    }

    @Override
    public void setThrowable(@Nullable Throwable throwable) {
        // the export does not link errors
    }

    @Override
    public @Nullable Throwable getThrowable() {
        return null;
    }

    @Override
    public void setTag(@Nullable String key, @Nullable String value) {
        context.setTag(key, value);
    }

    @Override
    public @Nullable String getTag(@Nullable String key) {
        return key == null ? null : context.getTags().get(key);
    }

    @Override
    public Map<String, String> getTags() {
        return context.getTags();
    }

    @Override
    public void setData(@Nullable String key, @Nullable Object value) {
        if (key != null && value != null) {
            data.put(key, value);
        } else if (key != null) {
            data.remove(key);
        }
    }

    @Override
    public @Nullable Object getData(@Nullable String key) {
        return key == null ? null : data.get(key);
    }

    @Override
    public Map<String, Object> getData() {
        return data;
    }

    @Override
    public @Nullable Attributes getOpenTelemetrySpanAttributes() {
        ReadWriteSpan span = otel.get();
        return span == null ? null : span.getAttributes();
    }

    @Override
    public void setMeasurement(String name, Number value) {
        // not exported
    }

    @Override
    public void setMeasurement(String name, Number value, MeasurementUnit unit) {
        // not exported
    }

    @Override
    public SentryDate getStartDate() {
        return start;
    }

    /** The modules never set it. */
    @Override
    public @Nullable SentryDate getFinishDate() {
        return null;
    }

    @Override
    public boolean updateEndDate(SentryDate date) {
        return false;
    }

    @Override
    public boolean isNoOp() {
        return false;
    }

    @Override
    public void setContext(@Nullable String key, @Nullable Object value) {
        contexts.put(key, value);
    }

    @Override
    public Contexts getContexts() {
        return contexts;
    }

    @Override
    public void addFeatureFlag(@Nullable String flag, @Nullable Boolean result) {
        context.addFeatureFlag(flag, result);
    }

    @Override
    public void setName(String name) {
        this.name = name;
    }

    @Override
    public void setName(String name, TransactionNameSource source) {
        setName(name);
    }

    @Override
    public String getName() {
        return name == null ? "<unlabeled transaction>" : name;
    }

    @Override
    public @Nullable String getTransactionName() {
        return name;
    }

    @Override
    public TransactionNameSource getTransactionNameSource() {
        return TransactionNameSource.CUSTOM;
    }

    /** Another list each time: what is removed from it is removed from nothing. */
    @Override
    public List<io.sentry.Span> getSpans() {
        return new ArrayList<>();
    }

    @Override
    public @Nullable ISpan getLatestActiveSpan() {
        return known(otel().getSpanContext());
    }

    @Override
    public SentryId getEventId() {
        return new SentryId();
    }
}
