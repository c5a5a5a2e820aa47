package dev.sentryai.openai.benchmarks;

import io.sentry.Hint;
import io.sentry.SentryEnvelope;
import io.sentry.SentryOptions;
import io.sentry.transport.ITransport;
import io.sentry.transport.RateLimiter;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes what it gets to nowhere, on the thread that sends. */
record Nowhere(SentryOptions options) implements ITransport {

    @Override
    public void send(SentryEnvelope envelope, Hint hint) {
        try {
            options.getSerializer().serialize(envelope, OutputStream.nullOutputStream());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void flush(long timeoutMillis) {
        // nothing waits
    }

    @Override
    public @Nullable RateLimiter getRateLimiter() {
        return null;
    }

    @Override
    public void close(boolean isRestarting) {
        // nothing is open
    }

    @Override
    public void close() {
        // nothing is open
    }
}
