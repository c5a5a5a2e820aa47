package dev.sentryai.sentry;

import io.sentry.AsyncHttpTransportFactory;
import io.sentry.CompositePerformanceCollector;
import io.sentry.DataCategory;
import io.sentry.Hint;
import io.sentry.ISerializer;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.ITransportFactory;
import io.sentry.NoOpTransportFactory;
import io.sentry.SentryEnvelope;
import io.sentry.SentryIntegrationPackageStorage;
import io.sentry.SentryOptions;
import io.sentry.config.PropertiesProviderFactory;
import io.sentry.transport.AsyncHttpTransport;
import io.sentry.transport.ITransport;
import io.sentry.transport.NoOpEnvelopeCache;
import io.sentry.transport.RateLimiter;
import io.sentry.util.HintUtils;
import io.sentry.util.IntegrationUtils;
import io.sentry.util.SpanUtils;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the Sentry SDK is as a whole: how it is set up, and what it shows of its workings. Stateless. */
public final class SentrySdk {

    private SentrySdk() {}

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

    /** Returns who hears what becomes of the envelope of this hint; null when nobody does. */
    public static @Nullable Object listenerOf(Hint hint) {
        return HintUtils.getSentrySdkHint(hint);
    }

    /** Has somebody hear what becomes of the envelope of this hint. */
    public static void setListener(Hint hint, Object listener) {
        HintUtils.setTypeCheckHint(hint, listener);
    }

    /** Tells whether this is the SDK's own transport, which tells what becomes of an envelope. */
    public static boolean tellsOutcome(ITransport transport) {
        return transport instanceof AsyncHttpTransport;
    }

    /** Shows every envelope just before it is written, on the thread that does so. */
    public static void watchWriting(SentryOptions options, Consumer<SentryEnvelope> watcher) {
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
    public static boolean isRateLimited(ITransport transport, boolean spansOnly) {
        RateLimiter limiter = transport.getRateLimiter();
        return limiter != null
                && (spansOnly ? limiter.isActiveForCategory(DataCategory.Span) : limiter.isAnyRateLimitActive());
    }

    /** Tells whether the SDK keeps envelopes that can not be sent, for later. */
    public static boolean isKeptOnDisk(SentryOptions options) {
        return !(options.getEnvelopeDiskCache() instanceof NoOpEnvelopeCache);
    }

    /** Returns the factory of the transport that the SDK would use. */
    public static ITransportFactory transportFactoryOf(SentryOptions options) {
        ITransportFactory factory = options.getTransportFactory();
        return factory instanceof NoOpTransportFactory ? new AsyncHttpTransportFactory() : factory;
    }

    /** Tells whether the application wants no spans of that origin. */
    public static boolean isIgnored(SentryOptions options, String origin) {
        return SpanUtils.isIgnored(options.getIgnoredSpanOrigins(), origin);
    }
}
