package dev.sentryai.delivery;

import dev.sentryai.delivery.attributes.HostName;
import dev.sentryai.delivery.attributes.Outlet;
import dev.sentryai.delivery.attributes.PipelineAttributes;
import dev.sentryai.delivery.attributes.SpanHook;
import dev.sentryai.delivery.streaming.BatchLimits;
import dev.sentryai.delivery.streaming.SpanStream;
import dev.sentryai.delivery.streaming.TransportTap;
import dev.sentryai.sentry.SentrySdk;
import dev.sentryai.sentry.SentrySpans;
import dev.sentryai.sentry.SpanHead;
import dev.sentryai.sentry.SpanItems;
import dev.sentryai.sentry.TransactionSpans;
import io.sentry.IScopes;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.SentryLevel;
import io.sentry.SentryOptions;
import io.sentry.TransactionContext;
import io.sentry.TransactionOptions;
import org.jspecify.annotations.Nullable;

/**
 * Starts spans so that they will be delivered. Streaming: children go out on their own, in batches, whether or not
 * their transaction still runs. Static: they are ordinary children, which the Sentry SDK limits in number, size and
 * time. A span without a parent is a transaction either way. Thread-safe.
 */
public final class Delivery implements AutoCloseable {

    /** What the other Sentry SDKs allow for the input messages of a span that travels in its transaction. */
    private static final int MAX_INPUT_BYTES = 20_000;

    /** When streaming, only spans that are themselves transactions travel so; Sentry takes 1 MiB for all of one. */
    private static final int MAX_ROOT_INPUT_BYTES = 200_000;

    private final SentryOptions options;
    private final Outlet outlet;
    private final @Nullable SpanStream stream;

    private Delivery(SentryOptions options, Outlet outlet, @Nullable SpanStream stream) {
        this.options = options;
        this.outlet = outlet;
        this.stream = stream;
    }

    /** Returns a delivery that leaves spans in their transaction. */
    public static Delivery embedded(SentryOptions options, SpanHook hook) {
        return new Delivery(options, new Outlet(hook, options), null);
    }

    /**
     * Returns a delivery that streams spans; when this version of the Sentry SDK does not allow that, it says so once in
     * the SDK's log and leaves them in their transaction.
     *
     * @param scopes of the client, to be kept until the end
     */
    public static Delivery streaming(IScopes scopes, SpanHook hook, TransportTap tap) {
        return streaming(scopes, hook, tap, BatchLimits.DEFAULT);
    }

    static Delivery streaming(IScopes scopes, SpanHook hook, TransportTap tap, BatchLimits limits) {
        SentryOptions options = scopes.getOptions();
        Throwable fault = SpanItems.fault(options).orElse(null);
        if (fault != null) {
            options.getLogger()
                    .log(
                            SentryLevel.WARNING,
                            "This version of the Sentry SDK can not stream AI spans; they stay in their transaction.",
                            fault);
            return embedded(options, hook);
        }
        if (!tap.isConnected()) {
            options.getLogger()
                    .log(
                            SentryLevel.WARNING,
                            "setTransportFactory was called after SentryAi.configure, so Sentry.flush does not wait for"
                                    + " AI spans. Call it before.");
        }
        tap.follow(options);
        HostName.prefetch();
        Outlet outlet = new Outlet(hook, options);
        SpanStream stream = new SpanStream(scopes, outlet, tap, limits);
        tap.feedFrom(stream);
        return new Delivery(options, outlet, stream);
    }

    /** Starts a transaction, for which the sampler is asked. */
    public OpenSpan startRoot(IScopes scopes, SpanHead head) {
        TransactionOptions transactionOptions = new TransactionOptions();
        transactionOptions.setOrigin(head.origin());
        ITransaction root = scopes.startTransaction(new TransactionContext(head.name(), head.op()), transactionOptions);
        if (root.isNoOp()) {
            return UnsampledSpan.NONE;
        }
        int maxInputBytes = stream == null ? MAX_INPUT_BYTES : MAX_ROOT_INPUT_BYTES;
        return Boolean.TRUE.equals(root.isSampled())
                ? new EmbeddedSpan(root, root, head, maxInputBytes, outlet)
                : new UnsampledSpan(root);
    }

    /** Starts a span below another one of ours, which may have ended. */
    public OpenSpan startChild(OpenSpan parent, SpanHead head, IScopes scopes) {
        if (parent instanceof DetachedSpan detached) {
            return detached.startChild(head, new PipelineAttributes(head, scopes));
        }
        if (parent instanceof StreamedSpan streamed && streamed.isFinished()) {
            return streamed.startLateChild(head, new PipelineAttributes(head, scopes));
        }
        return parent.sentrySpan()
                .map(span -> startChild(span, parent.transaction().orElse(null), head, scopes))
                .orElse(UnsampledSpan.NONE);
    }

    /**
     * Starts a span below one of the Sentry SDK, which may have ended.
     *
     * @param transaction the parent's; null when it is not known
     */
    public OpenSpan startChild(ISpan parent, @Nullable ITransaction transaction, SpanHead head, IScopes scopes) {
        if (!Boolean.TRUE.equals(parent.isSampled()) || SentrySdk.isIgnored(options, head.origin())) {
            return UnsampledSpan.NONE;
        }
        ISpan child = SentrySpans.startChild(parent, head);
        if (stream == null) {
            return child.isNoOp()
                    ? UnsampledSpan.NONE
                    : new EmbeddedSpan(child, transaction, head, MAX_INPUT_BYTES, outlet);
        }
        PipelineAttributes pipeline = new PipelineAttributes(head, scopes);
        if (child.isNoOp()) {
            RememberedTrace trace = RememberedTrace.of(parent, transaction, scopes);
            return new DetachedSpan(SentrySpans.childOf(parent.getSpanContext(), head), trace, pipeline, stream);
        }
        if (transaction != null) {
            TransactionSpans.removeFromTransaction(transaction, child);
        }
        return new StreamedSpan(child, transaction, pipeline, stream);
    }

    /**
     * Returns a span by which one of somebody else's, which has just ended, is sent on its own.
     *
     * @param transaction theirs; null when it is not known
     * @param scopes those where it started
     * @throws IllegalStateException if this delivery does not stream
     */
    public OpenSpan adopt(ISpan theirs, @Nullable ITransaction transaction, SpanHead head, IScopes scopes) {
        if (stream == null) {
            throw new IllegalStateException("spans can be adopted only where they are streamed");
        }
        return new AdoptedSpan(theirs, transaction, new PipelineAttributes(head, scopes), stream);
    }

    /** Tells whether spans are sent on their own. */
    public boolean isStreaming() {
        return stream != null;
    }

    /**
     * Returns a span that adds to one of somebody else's for the same call what that lacks.
     *
     * @param transaction theirs; null when it is not known
     */
    public OpenSpan enrich(ISpan theirs, @Nullable ITransaction transaction, SpanHead head) {
        return new EnrichedSpan(theirs, transaction, head, MAX_INPUT_BYTES, outlet);
    }

    /** Sends what waits and reports what was lost. Spans that end from now on are counted as lost. */
    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
    }
}
