package dev.sentryai.sentry;

import io.sentry.ISpan;
import io.sentry.Span;
import io.sentry.SpanDataConvention;
import io.sentry.SpanStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What spans of the Sentry SDK hold. Stateless. */
public final class SentrySpanData {

    private SentrySpanData() {}

    /** Returns who made the span. */
    public static String originOf(ISpan span) {
        String origin = span.getSpanContext().getOrigin();
        return origin == null ? "manual" : origin;
    }

    /** Returns how the span went; nobody said that it failed unless somebody did. */
    public static SpanStatus statusOf(ISpan span) {
        SpanStatus status = span.getStatus();
        return status == null ? SpanStatus.OK : status;
    }

    /** Returns what anybody set on the span, unsanitised; empty for spans that do not tell. */
    public static Map<String, Object> dataOf(ISpan span) {
        Map<String, Object> data = new LinkedHashMap<>();
        eachDataOf(span, data::put);
        return data;
    }

    /** Hands on what anybody set on the span, unsanitised; of what is there twice, the last one counts. */
    public static void eachDataOf(ISpan span, BiConsumer<String, Object> sink) {
        if (!(span instanceof Span known)) {
            OtelSpanData.of(span).forEach(sink);
            return;
        }
        known.getTags().forEach(sink);
        known.getMeasurements().forEach((name, measurement) -> sink.accept(name, measurement.getValue()));
        known.getData()
                .forEach((key, value) ->
                        sink.accept(key, key.equals(SpanDataConvention.THREAD_ID) ? number(value) : value));
    }

    /** The SDK writes the number of a thread as text. */
    private static Object number(Object id) {
        try {
            return Long.valueOf(id.toString());
        } catch (NumberFormatException e) {
            return id;
        }
    }

    /** Returns what anybody set on the span under that key, unsanitised. */
    public static Optional<Object> dataOf(ISpan span, String key) {
        Object value = span.getData(key);
        return value != null || !SentrySpans.isOtel(span)
                ? Optional.ofNullable(value)
                : Optional.ofNullable(OtelSpanData.of(span).get(key));
    }
}
