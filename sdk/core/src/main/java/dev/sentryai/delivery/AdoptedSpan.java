package dev.sentryai.delivery;

import dev.sentryai.delivery.attributes.Ending;
import dev.sentryai.delivery.attributes.PipelineAttributes;
import dev.sentryai.delivery.attributes.Segment;
import dev.sentryai.delivery.attributes.SpanEdit;
import dev.sentryai.delivery.payload.SpanV2;
import dev.sentryai.delivery.streaming.SpanStream;
import dev.sentryai.sentry.TransactionSpans;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.SpanContext;
import io.sentry.SpanStatus;
import io.sentry.TraceContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A span of somebody else's that has just ended and is sent on its own instead of in its transaction. */
record AdoptedSpan(ISpan span, @Nullable ITransaction owner, PipelineAttributes pipeline, SpanStream stream)
        implements KnownSpan {

    @Override
    public void set(String key, Object value) {
        // its maker's data stays as it is
    }

    /** What is on the span itself is not looked at: it is among the attributes as far as it may be sent. */
    @Override
    public void finish(Ending ending) {
        Optional<SpanEdit> passed =
                stream.outlet().pass(pipeline.edit(ending, null, transaction().map(Segment::of)));
        TraceContext trace = stream.samplingOf(span, pipeline.scopes());
        passed.ifPresentOrElse(
                edit -> stream.add(SpanV2.of(span, edit, ending.status() == SpanStatus.OK, stream.clock()), trace),
                stream.outlet()::countDropped);
        TransactionSpans.takeOut(owner, span);
    }

    @Override
    public Optional<SpanContext> explicitLink() {
        return Optional.empty();
    }
}
