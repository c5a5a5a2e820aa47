package dev.sentryai.delivery;

import dev.sentryai.delivery.attributes.Ending;
import dev.sentryai.delivery.attributes.PipelineAttributes;
import dev.sentryai.delivery.attributes.SpanEdit;
import dev.sentryai.delivery.payload.SpanIds;
import dev.sentryai.delivery.payload.SpanV2;
import dev.sentryai.delivery.streaming.SpanStream;
import dev.sentryai.sentry.SentrySpans;
import dev.sentryai.sentry.SpanHead;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.SentryDate;
import io.sentry.SentryDateProvider;
import io.sentry.SpanContext;
import io.sentry.SpanStatus;
import java.util.Optional;

/**
 * A span that the Sentry SDK would not start any more: its transaction is over, or full. It remembers the trace and is
 * sent like any other streamed span.
 */
final class DetachedSpan implements OpenSpan {

    private final SpanContext context;
    private final RememberedTrace trace;
    private final PipelineAttributes pipeline;
    private final SpanStream stream;
    private final SentryDateProvider clock;
    private final SentryDate start;

    DetachedSpan(SpanContext context, RememberedTrace trace, PipelineAttributes pipeline, SpanStream stream) {
        this.context = context;
        this.trace = trace;
        this.pipeline = pipeline;
        this.stream = stream;
        this.clock = stream.clock();
        this.start = clock.now();
    }

    /** Starts a span below this one; it is detached as well. */
    OpenSpan startChild(SpanHead head, PipelineAttributes childPipeline) {
        return new DetachedSpan(SentrySpans.childOf(context, head), trace, childPipeline, stream);
    }

    @Override
    public boolean isRecording() {
        return true;
    }

    @Override
    public Optional<ISpan> sentrySpan() {
        return Optional.empty();
    }

    @Override
    public Optional<ITransaction> transaction() {
        return Optional.ofNullable(trace.transaction());
    }

    @Override
    public void set(String key, Object value) {
        // nobody can look at it before its end
    }

    @Override
    public void finish(Ending ending) {
        SpanEdit span = pipeline.edit(ending, null, trace.segment());
        stream.outlet()
                .pass(span)
                .ifPresentOrElse(edit -> stream.add(v2(ending, edit), trace.sampling()), stream.outlet()::countDropped);
    }

    private SpanV2 v2(Ending ending, SpanEdit edit) {
        return new SpanV2(
                SpanIds.of(context),
                edit.name(),
                ending.status() == SpanStatus.OK,
                start.nanoTimestamp(),
                clock.now().nanoTimestamp(),
                edit.attributes());
    }

    @Override
    public Optional<SpanContext> explicitLink() {
        return Optional.of(context);
    }
}
