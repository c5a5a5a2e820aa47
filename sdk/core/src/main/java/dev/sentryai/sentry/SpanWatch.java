package dev.sentryai.sentry;

import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.SentryLevel;
import io.sentry.SentryOptions;
import org.jspecify.annotations.Nullable;

/**
 * Watches the spans of a Sentry SDK that is being configured, for a listener that comes later. In OpenTelemetry mode it
 * sees them when they are exported. Thread-safe.
 */
public final class SpanWatch implements SpanListener {

    private static final ThreadLocal<Boolean> STARTING_OURS = ThreadLocal.withInitial(() -> false);

    private volatile @Nullable SpanListener listener;

    private SpanWatch() {}

    /** Starts to watch; where this version of the SDK shows no spans, it sees none. */
    public static SpanWatch install(SentryOptions options) {
        SpanWatch watch = new SpanWatch();
        try {
            SentrySdk.watchSpans(options, watch);
        } catch (RuntimeException | LinkageError e) {
            options.getLogger()
                    .log(
                            SentryLevel.WARNING,
                            "This version of the Sentry SDK does not show AI spans that others make; they stay in their"
                                    + " transaction.",
                            e);
        }
        return watch;
    }

    /** Tells the listener from now on. */
    public void tell(SpanListener to) {
        listener = to;
    }

    /** Tells nobody any more. */
    public void stop() {
        listener = null;
    }

    /** Says whether the spans that this thread starts are ours, and not to be told of. */
    static void startsOurs(boolean ours) {
        STARTING_OURS.set(ours);
    }

    @Override
    public void began(ITransaction transaction) {
        SpanListener told = listener;
        if (told != null) {
            told.began(transaction);
        }
    }

    @Override
    public void started(ISpan span) {
        SpanListener told = listener;
        if (told != null && !STARTING_OURS.get()) {
            told.started(span);
        }
    }

    @Override
    public void ended(ISpan span) {
        SpanListener told = listener;
        if (told != null) {
            told.ended(span);
        }
    }

    @Override
    public void ending(ITransaction transaction) {
        SpanListener told = listener;
        if (told != null) {
            told.ending(transaction);
        }
    }
}
