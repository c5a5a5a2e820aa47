package dev.sentryai.delivery.payload;

import dev.sentryai.sentry.SentrySpans;
import io.sentry.SpanContext;
import io.sentry.SpanId;
import org.jspecify.annotations.Nullable;

/**
 * Where a span is in its trace.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param parentSpanId 16 hexadecimal digits; null when it has no parent
 */
public record SpanIds(
        String traceId, String spanId, @Nullable String parentSpanId) {

    /** Returns those of a span of the Sentry SDK. */
    public static SpanIds of(SpanContext context) {
        SpanId parent = SentrySpans.parentOf(context);
        return new SpanIds(
                context.getTraceId().toString(),
                context.getSpanId().toString(),
                parent == null ? null : parent.toString());
    }
}
