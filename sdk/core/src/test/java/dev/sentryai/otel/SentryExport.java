package dev.sentryai.otel;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sentry.DefaultSpanFactory;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.SentryLongDate;
import io.sentry.SpanContext;
import io.sentry.SpanOptions;
import io.sentry.TransactionContext;
import io.sentry.TransactionOptions;
import java.util.ArrayList;
import java.util.List;

/** Turns ended OpenTelemetry spans into a transaction of the Sentry SDK as soon as their root has ended. */
final class SentryExport {

    private final List<Ended> waiting = new ArrayList<>();

    private record Ended(SpanData data, OtelSpan span) {}

    synchronized void add(SpanData data, OtelSpan span) {
        Ended ended = new Ended(data, span);
        if (SpanId.isValid(data.getParentSpanId())) {
            waiting.add(ended);
        } else {
            sendTransaction(ended);
        }
    }

    private void sendTransaction(Ended root) {
        OtelSpan span = root.span();
        TransactionContext context = new TransactionContext(
                span.getSpanContext().getTraceId(), span.getSpanContext().getSpanId(), null, null, span.baggage());
        context.setName(span.getName());
        context.setOperation(root.data().getName());
        context.setSamplingDecision(span.getSamplingDecision());
        TransactionOptions options = new TransactionOptions();
        options.setOrigin(span.getSpanContext().getOrigin());
        options.setStartTimestamp(new SentryLongDate(root.data().getStartEpochNanos()));
        options.setSpanFactory(new DefaultSpanFactory());
        ITransaction transaction = span.scopes().forkedCurrentScope("export").startTransaction(context, options);
        copy(root, transaction);
        sendChildren(root, transaction);
        transaction.finish(span.getStatus(), new SentryLongDate(root.data().getEndEpochNanos()));
    }

    private void sendChildren(Ended parent, ISpan sentryParent) {
        List<Ended> children = waiting.stream()
                .filter(ended ->
                        ended.data().getParentSpanId().equals(parent.data().getSpanId()))
                .toList();
        waiting.removeAll(children);
        children.forEach(child -> sendChild(child, sentryParent));
    }

    private void sendChild(Ended child, ISpan sentryParent) {
        OtelSpan span = child.span();
        SpanContext context = sentryParent
                .getSpanContext()
                .copyForChild(
                        child.data().getName(),
                        sentryParent.getSpanContext().getSpanId(),
                        span.getSpanContext().getSpanId());
        String description = span.getDescription();
        context.setDescription(description == null ? child.data().getName() : description);
        context.setSamplingDecision(span.getSamplingDecision());
        SpanOptions options = new SpanOptions();
        options.setOrigin(span.getSpanContext().getOrigin());
        options.setStartTimestamp(new SentryLongDate(child.data().getStartEpochNanos()));
        ISpan sent = sentryParent.startChild(context, options);
        copy(child, sent);
        sendChildren(child, sent);
        sent.finish(span.getStatus(), new SentryLongDate(child.data().getEndEpochNanos()));
    }

    private static void copy(Ended from, ISpan to) {
        from.data().getAttributes().forEach((key, value) -> to.setData(key.getKey(), value));
        from.span().getData().forEach(to::setData);
        from.span().getTags().forEach(to::setTag);
    }
}
