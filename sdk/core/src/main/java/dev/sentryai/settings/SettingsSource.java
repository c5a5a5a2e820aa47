package dev.sentryai.settings;

import dev.sentryai.content.ContentSettings;
import dev.sentryai.delivery.attributes.SpanHook;
import dev.sentryai.signal.SignalSettings;
import io.sentry.SentryOptions;

/** Where the settings come from. */
@FunctionalInterface
public interface SettingsSource {

    /** What holds where nobody configured anything. */
    SettingsSource DEFAULTS = options -> new AiSettings(
            true,
            ContentSettings.DEFAULT,
            AttributeSettings.DEFAULT,
            ForeignSettings.DEFAULT,
            SpanHook.NONE,
            SignalSettings.NONE);

    /**
     * Returns the settings. Asked once, when the Sentry SDK starts.
     *
     * @param options complete
     */
    AiSettings settings(SentryOptions options);
}
