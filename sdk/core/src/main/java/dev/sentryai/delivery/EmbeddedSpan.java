package dev.sentryai.delivery;

import dev.sentryai.delivery.attributes.Ending;
import dev.sentryai.delivery.attributes.Outlet;
import dev.sentryai.delivery.attributes.SpanEdit;
import dev.sentryai.sentry.SentrySpans;
import dev.sentryai.sentry.SpanHead;
import dev.sentryai.sentry.TransactionSpans;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.SpanContext;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A span that travels in its transaction: any child in static mode, and a transaction that is itself a gen_ai span. */
record EmbeddedSpan(ISpan span, @Nullable ITransaction owner, SpanHead head, int maxBytes, Outlet outlet)
        implements KnownSpan {

    @Override
    public void set(String key, Object value) {
        span.setData(key, value);
    }

    @Override
    public void finish(Ending ending) {
        Optional<SpanEdit> passed = outlet.pass(new SpanEdit(head.op(), ending.name(), ending.attributes()));
        write(ending, passed.orElse(new SpanEdit(head.op(), ending.name(), Map.of())));
        span.setThrowable(ending.failure());
        SentrySpans.finish(span, ending.status());
        // A transaction can not be dropped: its children need it. It leaves without any of our attributes.
        if (passed.isEmpty() && !(span instanceof ITransaction)) {
            TransactionSpans.excludeFromTransaction(span);
            outlet.countDropped();
        }
    }

    private void write(Ending ending, SpanEdit edit) {
        ending.attributes().keySet().stream()
                .filter(key -> !edit.attributes().containsKey(key))
                .forEach(key -> span.setData(key, null));
        edit.attributes().forEach(span::setData);
        if (span instanceof ITransaction root) {
            root.setName(edit.name());
        } else {
            span.setDescription(edit.name());
        }
    }

    @Override
    public OptionalInt maxInputBytes() {
        return OptionalInt.of(maxBytes);
    }

    @Override
    public Optional<SpanContext> explicitLink() {
        return SentrySpans.explicitLink(span);
    }
}
