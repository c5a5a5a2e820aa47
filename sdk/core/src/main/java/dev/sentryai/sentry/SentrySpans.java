package dev.sentryai.sentry;

import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import io.sentry.ISpan;
import io.sentry.ScopeBindingMode;
import io.sentry.Sentry;
import io.sentry.SentryTracer;
import io.sentry.Span;
import io.sentry.SpanContext;
import io.sentry.SpanId;
import io.sentry.SpanOptions;
import io.sentry.SpanStatus;
import io.sentry.TraceContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starting, ending and linking spans of the Sentry SDK. Stateless. */
public final class SentrySpans {

    private SentrySpans() {}

    /** Starts a child that is not made current; a no-op span when the SDK starts no more children there. */
    public static ISpan startChild(ISpan parent, SpanHead head) {
        SpanOptions options = new SpanOptions();
        options.setOrigin(head.origin());
        options.setScopeBindingMode(ScopeBindingMode.OFF);
        SpanWatch.startsOurs(true);
        try {
            return parent.startChild(head.op(), head.name(), options);
        } finally {
            SpanWatch.startsOurs(false);
        }
    }

    /** Returns the id of the span around; null for the root of a trace. */
    public static @Nullable SpanId parentOf(SpanContext context) {
        return context.getParentSpanId();
    }

    /** Returns what identifies a span below, which the Sentry SDK itself does not start. */
    public static SpanContext childOf(SpanContext parent, SpanHead head) {
        SpanContext child = parent.copyForChild(head.op(), parent.getSpanId(), null);
        child.setDescription(head.name());
        child.setOrigin(head.origin());
        return child;
    }

    /** Tells whether the span belongs to OpenTelemetry, and the Sentry SDK only stands in front of it. */
    public static boolean isOtel(ISpan span) {
        return !(span instanceof Span || span instanceof SentryTracer);
    }

    /**
     * Ends the span. With OpenTelemetry that closes what it was made current with, as if that had been on this thread, so
     * what is current here is kept.
     */
    public static void finish(ISpan span, SpanStatus status) {
        if (!isOtel(span)) {
            span.finish(status);
            return;
        }
        ISentryLifecycleToken here = Sentry.getCurrentScopes().makeCurrent();
        try {
            span.finish(status);
        } finally {
            here.close();
        }
    }

    /** Returns what an error must carry to be shown with the span; empty when the SDK links it by its throwable. */
    public static Optional<SpanContext> explicitLink(ISpan span) {
        return isOtel(span) ? Optional.of(span.getSpanContext()) : Optional.empty();
    }

    /**
     * Returns the sampling context of the span's trace, frozen from now on; null when there is none. With OpenTelemetry
     * only the root knows the transaction's name, and whoever is asked first decides what is in there.
     */
    public static @Nullable TraceContext samplingOf(ISpan span, IScopes scopes) {
        if (isOtel(span)) {
            SentryScopes.rootOf(span, scopes).ifPresent(ISpan::traceContext);
        }
        return span.traceContext();
    }
}
