package dev.sentryai.delivery.streaming;

import dev.sentryai.sentry.SentrySdk;
import io.sentry.DataCategory;
import io.sentry.SentryEnvelope;
import io.sentry.SentryOptions;
import io.sentry.clientreport.DiscardReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the transport did last on each thread, as far as it shows: what it wrote, and what it counted as lost. */
final class TransportNotes {

    private static final ThreadLocal<@Nullable SentryEnvelope> WRITTEN = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable Discard> DISCARDED = new ThreadLocal<>();

    /**
     * Spans that the SDK counted as lost.
     *
     * @param reason why
     * @param spans how many it takes them for
     */
    record Discard(DiscardReason reason, long spans) {}

    /** Starts to take notes. The application's own hook goes on to be called. */
    void attachTo(SentryOptions options) {
        SentryOptions.OnDiscardCallback application = options.getOnDiscard();
        options.setOnDiscard((reason, category, count) -> {
            if (category == DataCategory.Span) {
                DISCARDED.set(new Discard(reason, count));
            }
            if (application != null) {
                application.execute(reason, category, count);
            }
        });
        SentrySdk.watchWriting(options, envelope -> {
            clear();
            WRITTEN.set(envelope);
        });
    }

    /** Forgets what happened on this thread. */
    void clear() {
        WRITTEN.remove();
        DISCARDED.remove();
    }

    /** Returns the envelope that was written last, with the client report that the transport put into it. */
    Optional<SentryEnvelope> sent() {
        return Optional.ofNullable(WRITTEN.get());
    }

    /** Returns what was counted last, and forgets it. */
    Optional<Discard> takeDiscard() {
        Optional<Discard> last = Optional.ofNullable(DISCARDED.get());
        DISCARDED.remove();
        return last;
    }
}
