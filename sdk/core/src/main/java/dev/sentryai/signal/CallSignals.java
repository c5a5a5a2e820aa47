package dev.sentryai.signal;

import io.sentry.IScopes;
import io.sentry.SentryLevel;
import io.sentry.SentryOptions;

/** Tells of every call that is over, as far as the application wants it and the Sentry SDK sends it. Thread-safe. */
public final class CallSignals {

    private final boolean metrics;
    private final boolean logs;

    private CallSignals(boolean metrics, boolean logs) {
        this.metrics = metrics;
        this.logs = logs;
    }

    /**
     * Takes what the application wants; where the Sentry SDK is set not to send it, that is said in its log and left out.
     *
     * @param options complete
     */
    public static CallSignals of(SignalSettings settings, SentryOptions options) {
        return new CallSignals(
                settings.metrics() && isOn("Metrics", options.getMetrics().isEnabled(), options),
                settings.logs() && isOn("Logs", options.getLogs().isEnabled(), options));
    }

    private static boolean isOn(String what, boolean enabled, SentryOptions options) {
        if (!enabled) {
            options.getLogger()
                    .log(
                            SentryLevel.WARNING,
                            "%s of AI calls are asked for, but those of the Sentry SDK are off, so there are none."
                                    + " options.get%s().setEnabled(true) turns them on.",
                            what,
                            what);
        }
        return enabled;
    }

    /** Tells whether there is anything to tell of calls whose spans are not recorded. */
    public boolean isOn() {
        return metrics || logs;
    }

    /** Tells whether a call needs the attribute even when its span is not recorded. None of these holds content. */
    public boolean reads(String key) {
        return isOn() && (CallMetrics.KEYS.contains(key) || CallLogs.KEYS.contains(key));
    }

    /**
     * Tells of a call.
     *
     * @param scopes the call's own, for trace and span
     */
    public void emit(FinishedCall call, IScopes scopes) {
        if (metrics) {
            new CallMetrics(call, scopes).emit();
        }
        if (logs) {
            new CallLogs(call, scopes).emit();
        }
    }
}
