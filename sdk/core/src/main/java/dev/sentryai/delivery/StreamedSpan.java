package dev.sentryai.delivery;

import dev.sentryai.delivery.attributes.Ending;
import dev.sentryai.delivery.attributes.PipelineAttributes;
import dev.sentryai.delivery.attributes.Segment;
import dev.sentryai.delivery.attributes.SpanEdit;
import dev.sentryai.delivery.payload.SpanV2;
import dev.sentryai.delivery.streaming.SpanStream;
import dev.sentryai.sentry.SentrySpans;
import dev.sentryai.sentry.SpanHead;
import dev.sentryai.sentry.TransactionSpans;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.SpanContext;
import io.sentry.SpanStatus;
import io.sentry.TraceContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A span that the Sentry SDK knows, for scopes, error links and children, but that is sent on its own. It is not in the
 * transaction's list, so it takes none of its places and is not sent unfinished with it.
 */
record StreamedSpan(ISpan span, @Nullable ITransaction owner, PipelineAttributes pipeline, SpanStream stream)
        implements KnownSpan {

    @Override
    public void set(String key, Object value) {
        span.setData(key, value);
    }

    @Override
    public void setLast(String key, Object value) {
        if (SentrySpans.isOtel(span) || span.getData(key) != null) {
            span.setData(key, value);
        }
    }

    /**
     * The order matters: attributes before the end, as the hook may look at the open span; the sampling context before
     * the exclusion, which would write {@code sampled=false} into it.
     */
    @Override
    public void finish(Ending ending) {
        Optional<SpanEdit> passed = stream.outlet().pass(pipeline.edit(ending, span, segment()));
        span.setThrowable(ending.failure());
        SentrySpans.finish(span, ending.status());
        if (Boolean.TRUE.equals(span.isSampled())) {
            TraceContext trace = stream.samplingOf(span, pipeline.scopes());
            passed.ifPresentOrElse(
                    edit -> stream.add(SpanV2.of(span, edit, ending.status() == SpanStatus.OK, stream.clock()), trace),
                    stream.outlet()::countDropped);
        }
        TransactionSpans.excludeFromTransaction(span);
    }

    private Optional<Segment> segment() {
        return owner == null ? Segment.around(span, pipeline.scopes()) : Optional.of(Segment.of(owner));
    }

    boolean isFinished() {
        return span.isFinished();
    }

    /** Starts a span below this one after its end; like everything that is late it is detached. */
    OpenSpan startLateChild(SpanHead head, PipelineAttributes childPipeline) {
        RememberedTrace trace = RememberedTrace.of(span, owner, pipeline.scopes());
        return new DetachedSpan(SentrySpans.childOf(span.getSpanContext(), head), trace, childPipeline, stream);
    }

    @Override
    public Optional<SpanContext> explicitLink() {
        return SentrySpans.explicitLink(span);
    }
}
