package dev.sentryai.runtime;

import io.sentry.SentryLevel;
import io.sentry.SentryOptions;

/** Tells who starts the Sentry SDK when its settings keep AI spans from being sent. */
final class SamplingHint {

    private SamplingHint() {}

    /** Logs the hint where there is one to give; a sampler of the application's own is taken for a decision. */
    static void log(SentryOptions options) {
        Double rate = options.getTracesSampleRate();
        if (!options.isTracingEnabled()) {
            options.getLogger()
                    .log(
                            SentryLevel.WARNING,
                            "Tracing is off, so no AI spans are sent. Set a sample rate, or"
                                    + " options.setTracesSampler(SentryAi.tracesSampler(0.0)) for traces of AI calls alone.");
        } else if (options.getTracesSampler() == null && rate != null && rate < 1) {
            options.getLogger()
                    .log(
                            SentryLevel.WARNING,
                            "AI spans are sent for a share of %s of all traces only."
                                    + " options.setTracesSampler(SentryAi.tracesSampler(%s)) sends those of every AI call.",
                            rate,
                            rate);
        }
    }
}
