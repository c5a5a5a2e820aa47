package dev.sentryai.delivery;

import dev.sentryai.delivery.attributes.Ending;
import dev.sentryai.sentry.SentrySpans;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.SpanContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A span of which nothing is sent. One that started its own transaction keeps it, so that calls inside belong to the
 * same unsampled trace instead of asking the sampler again, and so that the Sentry SDK counts the transaction.
 */
final class UnsampledSpan implements OpenSpan {

    static final OpenSpan NONE = new UnsampledSpan(null);

    private final @Nullable ITransaction own;

    UnsampledSpan(@Nullable ITransaction own) {
        this.own = own;
    }

    @Override
    public boolean isRecording() {
        return false;
    }

    @Override
    public Optional<ISpan> sentrySpan() {
        return Optional.ofNullable(own);
    }

    @Override
    public Optional<ITransaction> transaction() {
        return Optional.ofNullable(own);
    }

    @Override
    public void set(String key, Object value) {
        // nobody will see it
    }

    @Override
    public void finish(Ending ending) {
        if (own != null) {
            own.setThrowable(ending.failure());
            SentrySpans.finish(own, ending.status());
        }
    }

    @Override
    public Optional<SpanContext> explicitLink() {
        return Optional.empty();
    }
}
