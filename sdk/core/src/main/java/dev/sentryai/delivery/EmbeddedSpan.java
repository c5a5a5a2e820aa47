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
final class EmbeddedSpan implements OpenSpan {

    private final ISpan span;
    private final @Nullable ITransaction transaction;
    private final SpanHead head;
    private final int maxInputBytes;
    private final Outlet outlet;

    EmbeddedSpan(ISpan span, @Nullable ITransaction transaction, SpanHead head, int maxInputBytes, Outlet outlet) {
        this.span = span;
        this.transaction = transaction;
        this.head = head;
        this.maxInputBytes = maxInputBytes;
        this.outlet = outlet;
    }

    @Override
    public boolean isRecording() {
        return true;
    }

    @Override
    public Optional<ISpan> sentrySpan() {
        return Optional.of(span);
    }

    @Override
    public Optional<ITransaction> transaction() {
        return Optional.ofNullable(transaction);
    }

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
        return OptionalInt.of(maxInputBytes);
    }

    @Override
    public Optional<SpanContext> explicitLink() {
        return SentrySpans.explicitLink(span);
    }
}
