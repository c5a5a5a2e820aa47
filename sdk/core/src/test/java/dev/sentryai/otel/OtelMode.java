package dev.sentryai.otel;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.sentry.Baggage;
import io.sentry.CompositePerformanceCollector;
import io.sentry.IScopes;
import io.sentry.ISpan;
import io.sentry.ISpanFactory;
import io.sentry.ITransaction;
import io.sentry.NoOpSpan;
import io.sentry.Sentry;
import io.sentry.SentryOpenTelemetryMode;
import io.sentry.SentryOptions;
import io.sentry.SpanContext;
import io.sentry.SpanOptions;
import io.sentry.TracesSamplingDecision;
import io.sentry.TransactionContext;
import io.sentry.TransactionOptions;
import io.sentry.util.SpanUtils;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the Sentry SDK's OpenTelemetry modules, at the SDK's own seams and on the real OpenTelemetry SDK: every
 * span of either API is an OpenTelemetry span, scopes live in the OpenTelemetry context, and spans reach Sentry by an
 * export when their root has ended.
 */
public final class OtelMode implements ISpanFactory, SpanProcessor {

    private static final ContextKey<TracesSamplingDecision> DECISION = ContextKey.named("sampling-decision");

    static {
        ContextStorage.addWrapper(storage -> new SentryContext.Storage());
    }

    private final SentryExport export = new SentryExport();
    private final SdkTracerProvider tracers =
            SdkTracerProvider.builder().addSpanProcessor(this).build();

    private OtelMode() {}

    /** Brings a Sentry SDK that is being configured into OpenTelemetry mode. */
    public static OtelMode install(SentryOptions options) {
        OtelMode mode = new OtelMode();
        options.setOpenTelemetryMode(SentryOpenTelemetryMode.AGENTLESS);
        options.setSpanFactory(mode);
        options.setScopesStorageFactory(ignored -> new SentryContext.ScopesStorage());
        return mode;
    }

    /**
     * Makes a context without anything in it current. Nothing may have touched contexts before this class was loaded, as
     * their storage can be chosen only once.
     */
    public static Scope cleanContext() {
        return Context.root().makeCurrent();
    }

    /** Returns the tracer of some OpenTelemetry instrumentation. */
    public Tracer tracer() {
        return tracers.get("some-instrumentation");
    }

    @Override
    public ITransaction createTransaction(
            TransactionContext context,
            IScopes scopes,
            TransactionOptions options,
            @Nullable CompositePerformanceCollector collector) {
        TracesSamplingDecision decision = context.getSamplingDecision();
        Span root = start(context, options, Context.current().with(Span.getInvalid()), decision);
        OtelSpan span = OtelSpan.behind(root);
        span.setName(context.getName());
        span.getSpanContext().setOrigin(options.getOrigin());
        return Face.transaction(span, root);
    }

    @Override
    public ISpan createSpan(IScopes scopes, SpanOptions options, SpanContext context, @Nullable ISpan parent) {
        if (parent == null || SpanUtils.isIgnored(scopes.getOptions().getIgnoredSpanOrigins(), options.getOrigin())) {
            return NoOpSpan.getInstance();
        }
        Context around = Context.current().with(Face.behind(parent).otel());
        Span child = start(context, options, around, parent.getSamplingDecision());
        OtelSpan span = OtelSpan.behind(child);
        span.setDescription(context.getDescription());
        span.getSpanContext().setOrigin(options.getOrigin());
        return Face.held(span, child);
    }

    private Span start(
            SpanContext context, SpanOptions options, Context parent, @Nullable TracesSamplingDecision decision) {
        SpanBuilder builder = tracer().spanBuilder(context.getOperation());
        builder.setParent(decision == null ? parent : parent.with(DECISION, decision));
        if (options.getStartTimestamp() != null) {
            builder.setStartTimestamp(options.getStartTimestamp().nanoTimestamp(), TimeUnit.NANOSECONDS);
        }
        return builder.startSpan();
    }

    @Override
    public void onStart(Context around, ReadWriteSpan span) {
        IScopes scopes = around.get(SentryContext.SCOPES);
        scopes = scopes == null ? Sentry.forkedRootScopes("otel") : scopes;
        SentryOtelSpan parent = OtelSpan.known(span.getParentSpanContext());
        TracesSamplingDecision decision = around.get(DECISION);
        if (parent != null) {
            OtelSpan.create(span, scopes.forkedCurrentScope("otel"), parent, parent.getSamplingDecision());
        } else {
            OtelSpan.create(
                    span,
                    scopes.forkedScopes("otel"),
                    null,
                    decision == null ? new TracesSamplingDecision(true, 1.0) : decision);
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        export.add(span.toSpanData(), OtelSpan.behind(span.getSpanContext()));
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    static Baggage newBaggage(IScopes scopes, TracesSamplingDecision decision) {
        Baggage baggage = new Baggage(scopes.getOptions().getLogger());
        baggage.setValuesFromSamplingDecision(decision);
        return baggage;
    }
}
