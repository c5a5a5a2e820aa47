package dev.sentryai.delivery;

import io.sentry.IScopes;
import io.sentry.SentryDateProvider;
import io.sentry.SentryLevel;
import io.sentry.SentryOptions;
import io.sentry.TraceContext;
import io.sentry.clientreport.DiscardReason;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends finished spans on their own, in batches: some seconds after the first span of a trace, as soon as many wait, on
 * flush and on close. Owns a daemon thread that exists only while spans wait. Thread-safe.
 */
final class SpanStream implements AutoCloseable {

    /** The transport's queue takes 30; the host's own envelopes need room as well. */
    private static final int ENVELOPES_IN_A_ROW = 10;

    private static final Duration BACKGROUND_WAIT = Duration.ofSeconds(15);

    private final IScopes scopes;
    private final Outlet outlet;
    private final TransportTap transport;
    private final SpanBuffer buffer;
    private final ScheduledThreadPoolExecutor executor;
    private final ReentrantLock sending = new ReentrantLock();
    private final Object timerLock = new Object();
    private Future<?> timer = CompletableFuture.completedFuture(null);
    private long timerDue;
    private volatile boolean closed;

    /** @param scopes of the client; not those that turn into no-ops before integrations are closed */
    SpanStream(IScopes scopes, Outlet outlet, TransportTap transport, BatchLimits limits) {
        this.scopes = scopes;
        this.outlet = outlet;
        this.transport = transport;
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

    Outlet outlet() {
        return outlet;
    }

    SentryDateProvider clock() {
        return scopes.getOptions().getDateProvider();
    }

    /**
     * Sends the span soon.
     *
     * @param trace the sampling context of its trace; null when the Sentry SDK has none
     */
    void add(SpanV2 span, @Nullable TraceContext trace) {
        if (closed) {
            return;
        }
        if (buffer.offer(span.ids().traceId(), trace, span.toJson(), System.nanoTime())) {
            schedule();
        } else {
            SentryInternals.countLostSpans(scopes.getOptions(), DiscardReason.QUEUE_OVERFLOW, 1);
        }
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
        send(() -> buffer.takeDue(System.nanoTime()), BACKGROUND_WAIT);
        schedule();
    }

    /** Hands everything that waits to the transport, which then can be flushed. */
    void flush(Duration timeout) {
        send(buffer::takeAll, timeout);
    }

    /** Sends what waits; spans that end from now on are lost. */
    @Override
    public void close() {
        flush(Duration.ofMillis(scopes.getOptions().getShutdownTimeoutMillis()));
        closed = true;
        executor.shutdown();
    }

    /** One sender at a time, so that a flush also waits for what the timer has just taken. */
    private void send(Supplier<List<Batch>> source, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        boolean alone = false;
        try {
            alone = sending.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS);
            sendInPortions(source.get(), deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            sendInPortions(source.get(), deadline);
        } finally {
            if (alone) {
                sending.unlock();
            }
        }
    }

    private void sendInPortions(List<Batch> batches, long deadline) {
        int sent = 0;
        for (Batch batch : batches) {
            if (sent > 0 && sent % ENVELOPES_IN_A_ROW == 0) {
                transport.awaitIdle(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
            send(batch);
            sent++;
        }
    }

    private void send(Batch batch) {
        try {
            SentryInternals.send(scopes, batch);
        } catch (IOException | RuntimeException e) {
            SentryOptions options = scopes.getOptions();
            SentryInternals.countLostSpans(
                    options, DiscardReason.SEND_ERROR, batch.spans().size());
            options.getLogger().log(SentryLevel.ERROR, "A batch of AI spans could not be sent.", e);
        }
    }
}
