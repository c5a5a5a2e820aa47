package dev.sentryai.delivery.streaming;

import dev.sentryai.sentry.SentrySdk;
import io.sentry.Hint;
import io.sentry.ITransportFactory;
import io.sentry.RequestDetails;
import io.sentry.SentryEnvelope;
import io.sentry.SentryOptions;
import io.sentry.transport.ITransport;
import io.sentry.transport.RateLimiter;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the transport of the SDK to learn when it is flushed: then the spans that still wait go out first. The SDK
 * flushes on {@code Sentry.flush}, on close and when the JVM shuts down. Also accounts for what the transport loses.
 */
public final class TransportTap implements ITransportFactory {

    private final ITransportFactory original;
    private volatile @Nullable ITransport transport;
    private volatile @Nullable SpanStream stream;
    private volatile @Nullable ShipmentLedger ledger;

    private TransportTap(ITransportFactory original) {
        this.original = original;
    }

    /** Wraps the transport of an SDK that is being configured; it asks for its transport only once, after that. */
    public static TransportTap install(SentryOptions options) {
        TransportTap tap = new TransportTap(SentrySdk.transportFactoryOf(options));
        options.setTransportFactory(tap);
        return tap;
    }

    /** Tells whether the SDK uses this tap, and not a factory that was set later. */
    public boolean isConnected() {
        return transport != null;
    }

    /** Starts to account for what is sent, as far as the transport tells. */
    public void follow(SentryOptions options) {
        ITransport connected = transport;
        if (connected != null && SentrySdk.tellsOutcome(connected)) {
            ledger = new ShipmentLedger(options, connected);
        }
    }

    /** Tells whether every shipment ends only when the transport does not have it any more. */
    boolean tellsOutcome() {
        return ledger != null;
    }

    /** Has spans of that stream go out before the transport is flushed. */
    public void feedFrom(SpanStream source) {
        stream = source;
    }

    /** Waits until everything that was sent so far has left, but no longer than the timeout. */
    void awaitIdle(Duration timeout) {
        ITransport connected = transport;
        if (connected != null) {
            connected.flush(timeout.toMillis());
        }
    }

    @Override
    public ITransport create(SentryOptions options, RequestDetails requestDetails) {
        ITransport created = original.create(options, requestDetails);
        transport = created;
        return new FlushingTransport(created);
    }

    private final class FlushingTransport implements ITransport {

        private final ITransport delegate;

        FlushingTransport(ITransport delegate) {
            this.delegate = delegate;
        }

        @Override
        public void send(SentryEnvelope envelope, Hint hint) throws IOException {
            ShipmentLedger accounts = ledger;
            if (accounts == null) {
                delegate.send(envelope, hint);
            } else {
                accounts.send(envelope, hint);
            }
        }

        @Override
        public boolean isHealthy() {
            return delegate.isHealthy();
        }

        @Override
        public void flush(long timeoutMillis) {
            long deadline = System.nanoTime() + Duration.ofMillis(timeoutMillis).toNanos();
            SpanStream source = stream;
            if (source != null) {
                source.flush(Duration.ofMillis(timeoutMillis));
            }
            delegate.flush(
                    Math.max(0, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
        }

        @Override
        public @Nullable RateLimiter getRateLimiter() {
            return delegate.getRateLimiter();
        }

        @Override
        public void close(boolean isRestarting) throws IOException {
            ShipmentLedger accounts = ledger;
            if (accounts == null) {
                delegate.close(isRestarting);
            } else {
                accounts.close(isRestarting);
            }
        }

        @Override
        public void close() throws IOException {
            close(false);
        }
    }
}
