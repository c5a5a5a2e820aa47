package dev.sentryai.delivery.attributes;

import dev.sentryai.sentry.ClientReports;
import io.sentry.SentryLevel;
import io.sentry.SentryOptions;
import io.sentry.clientreport.DiscardReason;
import java.util.Optional;

/** Where every finished span passes before it is sent. */
public final class Outlet {

    private final SpanHook hook;
    private final SentryOptions options;

    /** Makes the outlet of one running Sentry SDK. */
    public Outlet(SpanHook hook, SentryOptions options) {
        this.hook = hook;
        this.options = options;
    }

    /** Returns what the hook made of the span; empty when it is to be dropped. */
    public Optional<SpanEdit> pass(SpanEdit span) {
        try {
            return hook.apply(span);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            options.getLogger().log(SentryLevel.ERROR, "beforeSendSpan threw; the span is dropped.", e);
            return Optional.empty();
        }
    }

    /** Counts a span that the hook dropped, for the client report. */
    public void countDropped() {
        ClientReports.countLostSpans(options, DiscardReason.BEFORE_SEND, 1);
    }
}
