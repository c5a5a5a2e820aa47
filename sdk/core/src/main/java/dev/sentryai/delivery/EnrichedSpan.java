package dev.sentryai.delivery;

import dev.sentryai.delivery.attributes.Ending;
import dev.sentryai.delivery.attributes.Outlet;
import dev.sentryai.delivery.attributes.SpanEdit;
import dev.sentryai.sentry.SentrySpanData;
import dev.sentryai.sentry.SpanHead;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.SpanContext;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A span of somebody else's for the same call. At the end of the call it gets what it lacks; its own end, its status and
 * its name are left to its maker.
 */
record EnrichedSpan(ISpan span, @Nullable ITransaction owner, SpanHead head, int maxBytes, Outlet outlet)
        implements KnownSpan {

    @Override
    public void set(String key, Object value) {
        // what the span lacks is not known before the end
    }

    /** Passes the hook as every span does: what the application removes there must not be sent on this way either. */
    @Override
    public void finish(Ending ending) {
        Map<String, Object> present = SentrySpanData.dataOf(span);
        outlet.pass(new SpanEdit(head.op(), ending.name(), ending.attributes()))
                .ifPresent(edit -> edit.attributes().forEach((key, value) -> {
                    if (!present.containsKey(key)) {
                        span.setData(key, value);
                    }
                }));
    }

    @Override
    public OptionalInt maxInputBytes() {
        return OptionalInt.of(maxBytes);
    }

    @Override
    public Optional<SpanContext> explicitLink() {
        return Optional.of(span.getSpanContext());
    }
}
