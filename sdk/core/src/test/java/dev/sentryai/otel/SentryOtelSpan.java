package dev.sentryai.otel;

import io.opentelemetry.api.common.Attributes;
import io.sentry.ISpan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a span of the Sentry SDK's OpenTelemetry modules tells beyond {@link ISpan}. */
public interface SentryOtelSpan extends ISpan {

    Map<String, Object> getData();

    Map<String, String> getTags();

    @Nullable
    Attributes getOpenTelemetrySpanAttributes();

    @Nullable
    String getTransactionName();
}
