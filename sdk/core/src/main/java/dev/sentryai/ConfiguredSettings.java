package dev.sentryai;

import dev.sentryai.content.ContentSettings;
import dev.sentryai.delivery.attributes.SpanEdit;
import dev.sentryai.delivery.attributes.SpanHook;
import dev.sentryai.sentry.SentrySdk;
import dev.sentryai.settings.AiSettings;
import dev.sentryai.settings.AttributeSettings;
import dev.sentryai.settings.ForeignSettings;
import dev.sentryai.settings.SettingsSource;
import dev.sentryai.signal.SignalSettings;
import io.sentry.SentryOptions;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settings that the application made in code, and whatever is set outside on top.
 *
 * @param ai open for changes until the Sentry SDK starts
 */
record ConfiguredSettings(SentryAiOptions ai) implements SettingsSource {

    @Override
    public AiSettings settings(SentryOptions options) {
        if (options.isEnableExternalConfiguration()) {
            new ExternalConfiguration(SentrySdk.externalProperties(), options.getLogger()).applyTo(ai);
        }
        return new AiSettings(
                ai.isStreamGenAiSpans(),
                content(),
                new AttributeSettings(ai.isEmitDeprecatedAttributes(), ai.getPrices()),
                new ForeignSettings(ai.getForeignSpanPolicy() == ForeignSpanPolicy.REPLACE, ai.isStreamForeignSpans()),
                hook(ai.getBeforeSendSpan()),
                new SignalSettings(ai.isEmitMetrics(), ai.isEmitLogs()));
    }

    private ContentSettings content() {
        ContentFilter filter = ai.getContentFilter();
        return new ContentSettings(
                ai.getRecordInputs(),
                ai.getRecordOutputs(),
                filter == null ? null : filter::filter,
                ai.getMaxContentBytes());
    }

    private static SpanHook hook(SentryAiOptions.@Nullable BeforeSendSpanCallback callback) {
        if (callback == null) {
            return SpanHook.NONE;
        }
        return span -> Optional.ofNullable(
                        callback.execute(new FinishedSpan(span.op(), span.name(), span.attributes())))
                .map(kept -> new SpanEdit(kept.op(), kept.name(), new LinkedHashMap<>(kept.attributes())));
    }
}
