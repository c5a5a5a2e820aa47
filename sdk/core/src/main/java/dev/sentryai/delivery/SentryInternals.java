package dev.sentryai.delivery;

import io.sentry.AsyncHttpTransportFactory;
import io.sentry.Baggage;
import io.sentry.CompositePerformanceCollector;
import io.sentry.DataCategory;
import io.sentry.EventProcessor;
import io.sentry.Hint;
import io.sentry.IScope;
import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import io.sentry.ISerializer;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.ITransportFactory;
import io.sentry.NoOpScopes;
import io.sentry.NoOpTransportFactory;
import io.sentry.ScopeBindingMode;
import io.sentry.ScopeType;
import io.sentry.Sentry;
import io.sentry.SentryEnvelope;
import io.sentry.SentryEnvelopeHeader;
import io.sentry.SentryEnvelopeItem;
import io.sentry.SentryEvent;
import io.sentry.SentryIntegrationPackageStorage;
import io.sentry.SentryItemType;
import io.sentry.SentryOptions;
import io.sentry.SentryTracer;
import io.sentry.Span;
import io.sentry.SpanContext;
import io.sentry.SpanDataConvention;
import io.sentry.SpanId;
import io.sentry.SpanOptions;
import io.sentry.SpanStatus;
import io.sentry.TraceContext;
import io.sentry.TracesSamplingDecision;
import io.sentry.clientreport.DiscardReason;
import io.sentry.config.PropertiesProviderFactory;
import io.sentry.exception.ExceptionMechanismException;
import io.sentry.internal.eventprocessor.EventProcessorAndOrder;
import io.sentry.protocol.Mechanism;
import io.sentry.transport.AsyncHttpTransport;
import io.sentry.transport.ITransport;
import io.sentry.transport.NoOpEnvelopeCache;
import io.sentry.transport.RateLimiter;
import io.sentry.util.HintUtils;
import io.sentry.util.IntegrationUtils;
import io.sentry.util.SpanUtils;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The only user, {@link SpanItems} apart, of what the Sentry SDK marks as internal, experimental or made for tests.
 * Stateless.
 */
public final class SentryInternals {

    private static final TracesSamplingDecision NOT_SAMPLED = new TracesSamplingDecision(false);

    private SentryInternals() {}

    /** Makes the SDK name us in what it sends. Not as {@code maven:io.sentry}: it refuses to start on that. */
    public static void announce(String version) {
        SentryIntegrationPackageStorage.getInstance().addPackage("maven:dev.sentryai:sentry-ai", version);
        IntegrationUtils.addIntegrationToSdkVersion("SentryAi");
    }

    /**
     * Returns where the SDK looks for settings outside of the code: takes a key without the prefix {@code sentry.}, gives
     * null for none.
     */
    public static Function<String, @Nullable String> externalProperties() {
        return PropertiesProviderFactory.create()::getProperty;
    }

    /**
     * Tells whether the application agreed to the sending of personal data. What newer versions of the SDK replace this
     * by is not in the oldest that we support.
     */
    @SuppressWarnings("deprecation")
    public static boolean sendsPersonalData(SentryOptions options) {
        return options.isSendDefaultPii();
    }

    /** Hands a batch of streamed spans to the SDK's transport. */
    static void send(IScopes scopes, Batch batch, Shipment shipment) throws IOException {
        SentryOptions options = scopes.getOptions();
        SentryEnvelopeItem item =
                SpanItems.item(options, batch.payload(), batch.spans().size());
        SentryEnvelopeHeader header = new SentryEnvelopeHeader(null, options.getSdkVersion(), batch.trace());
        scopes.captureEnvelope(new SentryEnvelope(header, List.of(item)), HintUtils.createWithTypeCheckHint(shipment));
    }

    /** Sends what has been counted as lost, if there is anything; usually it waits for another envelope. */
    static void sendReport(IScopes scopes) {
        SentryOptions options = scopes.getOptions();
        SentryEnvelope empty =
                new SentryEnvelope(new SentryEnvelopeHeader(null, options.getSdkVersion(), null), List.of());
        SentryEnvelope report = options.getClientReportRecorder().attachReportToEnvelope(empty);
        if (report != empty) {
            scopes.captureEnvelope(report);
        }
    }

    /** Returns what follows the envelope of this hint; empty when somebody else wants to hear of its fate. */
    static Optional<Shipment> shipmentOf(Hint hint) {
        Object listener = HintUtils.getSentrySdkHint(hint);
        if (listener == null || (listener instanceof Shipment former && !former.isOurs())) {
            Shipment shipment = Shipment.ofOthers();
            HintUtils.setTypeCheckHint(hint, shipment);
            return Optional.of(shipment);
        }
        return listener instanceof Shipment shipment ? Optional.of(shipment) : Optional.empty();
    }

    /** Tells whether this is the SDK's own transport, which tells what becomes of an envelope. */
    static boolean tellsOutcome(ITransport transport) {
        return transport instanceof AsyncHttpTransport;
    }

    /** Shows every envelope just before it is written, on the thread that does so. */
    static void watchWriting(SentryOptions options, Consumer<SentryEnvelope> watcher) {
        options.setSerializer(Watched.watched(ISerializer.class, options.getSerializer(), (call, argument) -> {
            if (argument instanceof SentryEnvelope envelope) {
                watcher.accept(envelope);
            }
        }));
    }

    /** Shows the spans of sampled transactions, by what the SDK tells its collectors of performance data. */
    static void watchSpans(SentryOptions options, SpanListener watcher) {
        options.setCompositePerformanceCollector(Watched.watched(
                CompositePerformanceCollector.class,
                options.getCompositePerformanceCollector(),
                (call, subject) -> tell(call, subject, watcher)));
    }

    private static void tell(String call, Object subject, SpanListener watcher) {
        if (subject instanceof ITransaction transaction) {
            if (call.equals("start")) {
                watcher.began(transaction);
            } else if (call.equals("stop")) {
                watcher.ending(transaction);
            }
        } else if (subject instanceof ISpan span) {
            if (call.equals("onSpanStarted")) {
                watcher.started(span);
            } else if (call.equals("onSpanFinished")) {
                watcher.ended(span);
            }
        }
    }

    /** Tells whether Sentry has asked to be spared. */
    static boolean isRateLimited(ITransport transport, boolean spansOnly) {
        RateLimiter limiter = transport.getRateLimiter();
        return limiter != null
                && (spansOnly ? limiter.isActiveForCategory(DataCategory.Span) : limiter.isAnyRateLimitActive());
    }

    /** Tells whether the SDK keeps envelopes that can not be sent, for later. */
    static boolean isKeptOnDisk(SentryOptions options) {
        return !(options.getEnvelopeDiskCache() instanceof NoOpEnvelopeCache);
    }

    /** Counts what is in an envelope that did not arrive; counts in its client report are counted again. */
    static void countLost(SentryOptions options, DiscardReason reason, SentryEnvelope envelope) {
        options.getClientReportRecorder().recordLostEnvelope(reason, envelope);
    }

    /** Counts again what is in the client report of an envelope that did not arrive. */
    static void countReportsAgain(SentryOptions options, SentryEnvelope envelope) {
        for (SentryEnvelopeItem item : envelope.getItems()) {
            if (item.getHeader().getType() == SentryItemType.ClientReport) {
                options.getClientReportRecorder().recordLostEnvelopeItem(DiscardReason.NETWORK_ERROR, item);
            }
        }
    }

    /** Counts spans that are not sent, for the client report. */
    static void countLostSpans(SentryOptions options, DiscardReason reason, long count) {
        options.getClientReportRecorder().recordLostEvent(reason, DataCategory.Span, count);
    }

    /** Returns the factory of the transport that the SDK would use. */
    static ITransportFactory transportFactoryOf(SentryOptions options) {
        ITransportFactory factory = options.getTransportFactory();
        return factory instanceof NoOpTransportFactory ? new AsyncHttpTransportFactory() : factory;
    }

    static boolean isIgnored(SentryOptions options, String origin) {
        return SpanUtils.isIgnored(options.getIgnoredSpanOrigins(), origin);
    }

    /** Starts a child that is not made current; a no-op span when the SDK starts no more children there. */
    static ISpan startChild(ISpan parent, SpanHead head) {
        SpanOptions options = new SpanOptions();
        options.setOrigin(head.origin());
        options.setScopeBindingMode(ScopeBindingMode.OFF);
        SpanWatch.startsOurs(true);
        try {
            return parent.startChild(head.op(), head.name(), options);
        } finally {
            SpanWatch.startsOurs(false);
        }
    }

    /**
     * Takes a child out of the list of what the transaction sends; it stays a working span.
     *
     * @return false when it was not in there, or not in such a list
     */
    public static boolean removeFromTransaction(ITransaction transaction, ISpan child) {
        return child instanceof Span && transaction.getSpans().remove(child);
    }

    /** Keeps an ended child from being sent with its transaction, which may be over; late children still can be. */
    static void takeOut(@Nullable ITransaction transaction, ISpan child) {
        if (transaction == null) {
            excludeFromTransaction(child);
        } else {
            removeFromTransaction(transaction, child);
        }
    }

    /** Tells whether the span is a child that the transaction would send. */
    public static boolean isIn(ITransaction transaction, ISpan child) {
        return child instanceof Span && transaction.getSpans().contains(child);
    }

    /** Returns the children that the transaction would send now. */
    public static List<ISpan> childrenOf(ITransaction transaction) {
        return List.copyOf(transaction.getSpans());
    }

    /**
     * Keeps a finished child from being sent with its transaction. Where all spans of a trace share one sampling context,
     * it is frozen before, as the flag would be written into it.
     */
    public static void excludeFromTransaction(ISpan child) {
        Baggage baggage = child.getSpanContext().getBaggage();
        if (isOtel(child) || (baggage != null && baggage.isMutable())) {
            samplingOf(child, Sentry.getCurrentScopes());
        }
        child.getSpanContext().setSamplingDecision(NOT_SAMPLED);
    }

    /** Returns who made the span. */
    public static String originOf(ISpan span) {
        String origin = span.getSpanContext().getOrigin();
        return origin == null ? "manual" : origin;
    }

    /** Returns how the span went; nobody said that it failed unless somebody did. */
    public static SpanStatus statusOf(ISpan span) {
        SpanStatus status = span.getStatus();
        return status == null ? SpanStatus.OK : status;
    }

    /** Returns what anybody set on the span, unsanitised; empty for spans that do not tell. */
    public static Map<String, Object> dataOf(ISpan span) {
        Map<String, Object> data = new LinkedHashMap<>();
        eachDataOf(span, data::put);
        return data;
    }

    /** Hands on what anybody set on the span, unsanitised; of what is there twice, the last one counts. */
    static void eachDataOf(ISpan span, BiConsumer<String, Object> sink) {
        if (!(span instanceof Span known)) {
            OtelSpanData.of(span).forEach(sink);
            return;
        }
        known.getTags().forEach(sink);
        known.getMeasurements().forEach((name, measurement) -> sink.accept(name, measurement.getValue()));
        known.getData()
                .forEach((key, value) ->
                        sink.accept(key, key.equals(SpanDataConvention.THREAD_ID) ? number(value) : value));
    }

    /** The SDK writes the number of a thread as text. */
    private static Object number(Object id) {
        try {
            return Long.valueOf(id.toString());
        } catch (NumberFormatException e) {
            return id;
        }
    }

    /** Returns what anybody set on the span under that key, unsanitised. */
    public static Optional<Object> dataOf(ISpan span, String key) {
        Object value = span.getData(key);
        return value != null || !isOtel(span)
                ? Optional.ofNullable(value)
                : Optional.ofNullable(OtelSpanData.of(span).get(key));
    }

    /** Returns the span and what is around it in its transaction, from the inside out, as far as the latter knows. */
    public static Stream<ISpan> outwards(ISpan span, @Nullable ITransaction transaction) {
        return transaction == null
                ? Stream.of(span)
                : Stream.iterate(span, Objects::nonNull, inner -> parentIn(transaction, inner));
    }

    private static @Nullable ISpan parentIn(ITransaction transaction, ISpan inner) {
        SpanId id = inner.getSpanContext().getParentSpanId();
        if (inner == transaction || transaction.getSpanContext().getSpanId().equals(id)) {
            return inner == transaction ? null : transaction;
        }
        return transaction.getSpans().stream()
                .filter(span -> span.getSpanContext().getSpanId().equals(id))
                .findFirst()
                .orElse(null);
    }

    /**
     * Tells whether the scopes' span is current here for more than being the newest one of its transaction, which one
     * made by a parallel thread may be as well.
     */
    public static boolean isCurrent(ISpan span, IScopes scopes) {
        ITransaction transaction = scopes.getTransaction();
        return transaction == null
                || span == transaction
                || transaction.getLatestActiveSpan() != span
                || String.valueOf(Thread.currentThread().getId()).equals(span.getData(SpanDataConvention.THREAD_ID));
    }

    /** Returns the open span that is the parent of another one, as far as the scopes around know it. */
    public static Optional<ISpan> parentOf(ISpan span, IScopes scopes) {
        SpanId id = span.getSpanContext().getParentSpanId();
        return spansAround(scopes)
                .filter(candidate -> candidate.getSpanContext().getSpanId().equals(id) && !candidate.isFinished())
                .findFirst();
    }

    private static Stream<ISpan> spansAround(IScopes scopes) {
        return Stream.iterate(scopes, Objects::nonNull, IScopes::getParentScopes)
                .flatMap(next -> Stream.of(Optional.ofNullable(next.getSpan()), transactionOf(next)))
                .flatMap(Optional::stream);
    }

    static @Nullable SpanId parentOf(SpanContext context) {
        return context.getParentSpanId();
    }

    static SpanContext childOf(SpanContext parent, SpanHead head) {
        SpanContext child = parent.copyForChild(head.op(), parent.getSpanId(), null);
        child.setDescription(head.name());
        child.setOrigin(head.origin());
        return child;
    }

    /** Returns the scopes of this thread; empty when it has none of its own, or those of an SDK that was closed. */
    public static Optional<IScopes> scopesOfThread() {
        return Optional.of(Sentry.getCurrentScopes(false)).filter(IScopes::isEnabled);
    }

    /** Gives this thread scopes, for good. */
    public static void setScopesOfThread(IScopes scopes) {
        Sentry.setCurrentScopes(scopes);
    }

    /** Takes its scopes from this thread; whoever needs some on it gets new ones. */
    @SuppressWarnings("deprecation") // the Sentry SDK itself has nothing else for it
    public static void clearScopesOfThread() {
        Sentry.setCurrentScopes(NoOpScopes.getInstance());
    }

    /** Returns the transaction of the scopes; empty when there is none. */
    public static Optional<ITransaction> transactionOf(IScopes scopes) {
        return Optional.ofNullable(scopes.getTransaction());
    }

    /**
     * Makes the span the current one of a fork of the current scopes. The Sentry SDK's own {@code makeCurrent} works
     * only with OpenTelemetry, so both are done. Returns what is to be closed, the last one first.
     */
    static List<ISentryLifecycleToken> makeCurrent(OpenSpan span, IScopes fork) {
        ISpan sentrySpan = span.sentrySpan().orElse(null);
        if (sentrySpan instanceof ITransaction transaction) {
            fork.configureScope(ScopeType.CURRENT, scope -> scope.setTransaction(transaction));
        }
        fork.setActiveSpan(sentrySpan);
        if (sentrySpan == null || !isOtel(sentrySpan)) {
            return List.of(fork.makeCurrent());
        }
        // When the span ends on another thread it closes its own token, which then restores nothing on this one.
        ISentryLifecycleToken before = Sentry.getCurrentScopes().makeCurrent();
        return List.of(before, sentrySpan.makeCurrent(), fork.makeCurrent());
    }

    /** Tells whether the span belongs to OpenTelemetry, and the Sentry SDK only stands in front of it. */
    static boolean isOtel(ISpan span) {
        return !(span instanceof Span || span instanceof SentryTracer);
    }

    /**
     * Ends the span. With OpenTelemetry that closes what it was made current with, as if that had been on this thread, so
     * what is current here is kept.
     */
    static void finish(ISpan span, SpanStatus status) {
        if (!isOtel(span)) {
            span.finish(status);
            return;
        }
        ISentryLifecycleToken here = Sentry.getCurrentScopes().makeCurrent();
        try {
            span.finish(status);
        } finally {
            here.close();
        }
    }

    /** Returns what an error must carry to be shown with the span; empty when the SDK links it by its throwable. */
    static Optional<SpanContext> explicitLink(ISpan span) {
        return isOtel(span) ? Optional.of(span.getSpanContext()) : Optional.empty();
    }

    /** Returns the outermost span of the same trace that the scopes know, which stands for the transaction. */
    static Optional<ISpan> rootOf(ISpan span, IScopes scopes) {
        return spansAround(scopes)
                .filter(candidate -> candidate
                        .getSpanContext()
                        .getTraceId()
                        .equals(span.getSpanContext().getTraceId()))
                .reduce((inner, outer) -> outer);
    }

    /** Returns scopes like these in which the span is active; they are current nowhere. */
    public static IScopes scopesOf(ISpan span, IScopes around) {
        IScopes fork = around.forkedCurrentScope("sentry-ai");
        fork.setActiveSpan(span);
        return fork;
    }

    /**
     * Keeps something for as long as somebody has the scopes. Where else a scope can keep things, they are sent with
     * events; an event processor is only asked, and this one has no opinion.
     */
    public static void keep(IScopes scopes, Object kept) {
        scopes.configureScope(ScopeType.CURRENT, scope -> scope.addEventProcessor(new Keeper(kept)));
    }

    /**
     * Returns what was kept last in the scopes or in those that they were forked from.
     *
     * @param wanted what of it counts
     */
    public static Optional<Object> keptIn(IScopes scopes, Predicate<Object> wanted) {
        Object last = null;
        for (EventProcessorAndOrder processor : scopes.getScope().getEventProcessorsWithOrder()) {
            if (processor.getEventProcessor() instanceof Keeper keeper && wanted.test(keeper.kept())) {
                last = keeper.kept();
            }
        }
        return Optional.ofNullable(last);
    }

    /** Returns the span that is active in the scopes themselves, and not merely the newest one of their transaction. */
    public static Optional<ISpan> activeIn(IScopes scopes) {
        IScope current = scopes.getScope();
        return current.getTransaction() == null ? Optional.ofNullable(current.getSpan()) : Optional.empty();
    }

    /** Tells whether the scopes are the inner ones or those that they come from. */
    public static boolean isAround(IScopes scopes, IScopes inner) {
        return scopes.isAncestorOf(inner);
    }

    private record Keeper(Object kept) implements EventProcessor {}

    /**
     * Returns the sampling context of the span's trace, frozen from now on; null when there is none. With OpenTelemetry
     * only the root knows the transaction's name, and whoever is asked first decides what is in there.
     */
    static @Nullable TraceContext samplingOf(ISpan span, IScopes scopes) {
        if (isOtel(span)) {
            rootOf(span, scopes).ifPresent(ISpan::traceContext);
        }
        return span.traceContext();
    }

    /** Lets a fork whose span has ended show another one, for threads that still have the fork. */
    public static void release(IScopes fork, @Nullable ISpan next) {
        fork.setActiveSpan(next);
        fork.configureScope(ScopeType.CURRENT, IScope::clearTransaction);
    }

    /**
     * Captures an exception that the host sees as well.
     *
     * @param messages what the messages of the exception and its causes go through
     */
    public static void capture(
            IScopes scopes,
            Throwable failure,
            ErrorMechanism how,
            @Nullable SpanContext link,
            UnaryOperator<String> messages) {
        Mechanism mechanism = new Mechanism();
        mechanism.setType(how.type());
        mechanism.setHandled(how.handled());
        SentryEvent event =
                new SentryEvent(new ExceptionMechanismException(mechanism, failure, Thread.currentThread()));
        if (link != null) {
            event.getContexts().setTrace(link);
        }
        scopes.captureEvent(event, ErrorRedaction.hint(messages));
    }
}
