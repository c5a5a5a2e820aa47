package dev.sentryai.delivery.streaming;

import dev.sentryai.delivery.attributes.Outlet;
import dev.sentryai.delivery.payload.Batch;
import dev.sentryai.delivery.payload.SpanV2;
import dev.sentryai.sentry.ClientReports;
import dev.sentryai.sentry.SentrySpans;
import dev.sentryai.sentry.SpanItems;
import io.sentry.IScopes;
import io.sentry.ISpan;
import io.sentry.SentryDateProvider;
import io.sentry.SentryLevel;
import io.sentry.TraceContext;
import io.sentry.clientreport.DiscardReason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends finished spans on their own, in batches: some seconds after the first span of a trace, as soon as many wait, on
 * flush and on close. A span that can not be sent is counted for the client report. Owns a daemon thread that exists only
 * while spans wait. Thread-safe.
 */
public final class SpanStream implements AutoCloseable {

    /** The transport's queue takes 30; the host's own envelopes need room as well. */
    private static final int ENVELOPES_IN_A_ROW = 10;

    private static final Duration BACKGROUND_WAIT = Duration.ofSeconds(15);

    private final IScopes scopes;
    private final Outlet outlet;
    private final TransportTap transport;
    private final BatchLimits limits;
    private final SpanBuffer buffer;
    private final ScheduledThreadPoolExecutor executor;
    private final ReentrantLock sending = new ReentrantLock();
    private final Object timerLock = new Object();
    private Future<?> timer = CompletableFuture.completedFuture(null);
    private long timerDue;
    private final Semaphore room = new Semaphore(ENVELOPES_IN_A_ROW);
    private final AtomicBoolean lateSpanLogged = new AtomicBoolean();
    private volatile boolean closed;

    /** @param scopes of the client; not those that turn into no-ops before integrations are closed */
    public SpanStream(IScopes scopes, Outlet outlet, TransportTap transport, BatchLimits limits) {
        this.scopes = scopes;
        this.outlet = outlet;
        this.transport = transport;
        this.limits = limits;
        this.buffer = new SpanBuffer(limits);
        this.executor = new ScheduledThreadPoolExecutor(1, SpanStream::daemon);
        executor.setKeepAliveTime(1, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sentry-ai-spans");
        thread.setDaemon(true);
        return thread;
    }

    /** Returns what spans pass before they get here. */
    public Outlet outlet() {
        return outlet;
    }

    /** Returns the clock of the Sentry SDK. */
    public SentryDateProvider clock() {
        return scopes.getOptions().getDateProvider();
    }

    /**
     * Sends the span soon.
     *
     * @param trace the sampling context of its trace; null when the Sentry SDK has none
     */
    public void add(SpanV2 span, @Nullable TraceContext trace) {
        int bytes = span.length();
        if (bytes <= limits.envelopeBytes()) {
            add(span, bytes, trace);
        } else {
            SpanV2 rest = cut(span, bytes);
            add(rest, rest.length(), trace);
        }
    }

    private void add(SpanV2 span, int bytes, @Nullable TraceContext trace) {
        switch (buffer.offer(trace, span, bytes, System.nanoTime())) {
            case CHANGES_DUE -> schedule();
            case REFUSED -> lose();
            case WAITS -> {}
        }
    }

    /**
     * Returns the sampling context of the span's trace, frozen from now on; null when the Sentry SDK has none. That of
     * spans that wait is the same, and at hand.
     *
     * @param around those in which the span's root can be found
     */
    @Nullable
    public TraceContext samplingOf(ISpan span, IScopes around) {
        TraceContext known =
                buffer.samplingOf(span.getSpanContext().getTraceId().toString());
        return known == null ? SentrySpans.samplingOf(span, around) : known;
    }

    /** A span that Sentry would refuse for its size loses its largest attributes: the rest says more than nothing. */
    private SpanV2 cut(SpanV2 span, int bytes) {
        Set<String> largest = span.largestAttributes(bytes - limits.envelopeBytes());
        scopes.getOptions()
                .getLogger()
                .log(
                        SentryLevel.WARNING,
                        "An AI span of %d bytes is too large for Sentry; these attributes are left out: %s",
                        bytes,
                        largest);
        return span.without(largest);
    }

    private void schedule() {
        synchronized (timerLock) {
            long now = System.nanoTime();
            OptionalLong due = buffer.nextDueNanos(now);
            if (due.isEmpty() || closed || (!timer.isDone() && timerDue - due.getAsLong() <= 0)) {
                return;
            }
            timer.cancel(false);
            timerDue = due.getAsLong();
            timer = executor.schedule(this::sendDue, Math.max(0, timerDue - now), TimeUnit.NANOSECONDS);
        }
    }

    private void sendDue() {
        // While this runs it is not done, yet what comes due later needs another run.
        synchronized (timerLock) {
            timer = CompletableFuture.completedFuture(null);
        }
        send(() -> buffer.pollDue(System.nanoTime()), BACKGROUND_WAIT);
        schedule();
    }

    /** Hands everything that waits to the transport, which then can be flushed; what it has no room for stays. */
    void flush(Duration timeout) {
        send(buffer::poll, timeout);
    }

    /** Sends what waits and reports what was lost. Spans that end from now on are counted as lost. */
    @Override
    public void close() {
        flush(Duration.ofMillis(scopes.getOptions().getShutdownTimeoutMillis()));
        synchronized (timerLock) {
            closed = true;
            executor.shutdownNow();
        }
        buffer.close();
        for (Optional<Batch> left = buffer.poll(); left.isPresent(); left = buffer.poll()) {
            send(left.get(), () -> {});
        }
        ClientReports.sendReport(scopes);
    }

    /** One sender at a time, so that a flush also waits for what the timer has just taken. */
    private void send(Supplier<Optional<Batch>> source, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        boolean alone = await(() -> sending.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS));
        try {
            sendUntil(deadline, source);
        } finally {
            if (alone) {
                sending.unlock();
            }
        }
    }

    private void sendUntil(long deadline, Supplier<Optional<Batch>> source) {
        for (int sent = 1; hasRoom(deadline); sent++) {
            Batch batch = source.get().orElse(null);
            if (batch == null) {
                room.release();
                return;
            }
            send(batch, room::release);
            if (sent % ENVELOPES_IN_A_ROW == 0 && !transport.tellsOutcome()) {
                transport.awaitIdle(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
        }
    }

    private boolean hasRoom(long deadline) {
        return room.tryAcquire() || await(() -> room.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
    }

    /** An interrupted thread does not wait, but goes on. */
    private static boolean await(Waiting waiting) {
        try {
            return waiting.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @FunctionalInterface
    private interface Waiting {
        boolean await() throws InterruptedException;
    }

    private void send(Batch batch, Runnable whenOver) {
        Shipment shipment = Shipment.ofSpans(batch.spans().size(), whenOver);
        try {
            SpanItems.send(scopes, batch.trace(), batch.payload(), batch.spans().size(), shipment);
        } catch (IOException | RuntimeException e) {
            scopes.getOptions().getLogger().log(SentryLevel.ERROR, "A batch of AI spans could not be sent.", e);
        }
        if (!transport.tellsOutcome()) {
            shipment.end();
        } else if (!shipment.isHandedOver()) {
            // the SDK is closed, or this is inside one of its callbacks, where it sends nothing
            ClientReports.countLostSpans(scopes.getOptions(), DiscardReason.SEND_ERROR, shipment.takeSpans());
            shipment.end();
        }
    }

    private void lose() {
        if (!buffer.isClosed()) {
            ClientReports.countLostSpans(scopes.getOptions(), DiscardReason.QUEUE_OVERFLOW, 1);
            return;
        }
        ClientReports.countLostSpans(scopes.getOptions(), DiscardReason.SEND_ERROR, 1);
        if (lateSpanLogged.compareAndSet(false, true)) {
            scopes.getOptions()
                    .getLogger()
                    .log(SentryLevel.WARNING, "AI spans that end after the Sentry SDK was closed are not sent.");
        }
    }
}
