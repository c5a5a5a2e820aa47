package dev.sentryai.delivery.streaming;

import dev.sentryai.delivery.payload.Batch;
import dev.sentryai.delivery.payload.SpanV2;
import io.sentry.TraceContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finished spans that wait for company, one bucket per trace: an envelope has one sampling context. Buckets are sent
 * one by one when each is due, not all at once, as the Sentry SDK's transport takes 30 envelopes at a time. Thread-safe.
 */
final class SpanBuffer {

    private final BatchLimits limits;
    /** Oldest bucket first; a trace whose bucket was full can have several. */
    private final Queue<Bucket> full = new ArrayDeque<>();

    private final Map<String, Bucket> open = new LinkedHashMap<>();
    private int waitingSpans;
    private long waitingBytes;
    private boolean urgent;
    private boolean closed;

    SpanBuffer(BatchLimits limits) {
        this.limits = limits;
    }

    /** What becomes of a span that is offered. */
    enum Offer {
        /** There is no room for it, or no more is taken. */
        REFUSED,
        /** It waits, and nothing is due any earlier than before. */
        WAITS,
        /** It waits, and {@link #nextDueNanos} has changed. */
        CHANGES_DUE
    }

    /**
     * Adds a span.
     *
     * @param trace the sampling context of its trace; null when the Sentry SDK has none
     * @param bytes how many it has as JSON
     * @param nowNanos see {@link System#nanoTime}
     */
    synchronized Offer offer(@Nullable TraceContext trace, SpanV2 span, int bytes, long nowNanos) {
        if (closed || waitingSpans >= limits.waitingSpans() || waitingBytes + bytes > limits.waitingBytes()) {
            return Offer.REFUSED;
        }
        String traceId = span.ids().traceId();
        Bucket bucket = open.get(traceId);
        if (bucket != null && !bucket.hasRoomFor(bytes)) {
            full.add(bucket);
            open.remove(traceId);
            bucket = null;
        }
        boolean changesDue = bucket == null;
        if (bucket == null) {
            bucket = new Bucket(trace, nowNanos + limits.delay().toNanos());
            open.put(traceId, bucket);
        }
        bucket.add(span, bytes);
        waitingSpans++;
        waitingBytes += bytes;
        if (bucket.isUrgent() && !urgent) {
            urgent = true;
            changesDue = true;
        }
        return changesDue ? Offer.CHANGES_DUE : Offer.WAITS;
    }

    /** Returns the sampling context of waiting spans of a trace; null when none waits, or the Sentry SDK has none. */
    synchronized @Nullable TraceContext samplingOf(String traceId) {
        Bucket bucket = open.get(traceId);
        return bucket == null ? null : bucket.trace;
    }

    /** Returns when the next batch is to be sent, on the clock of {@link #offer}; empty when nothing waits. */
    synchronized OptionalLong nextDueNanos(long nowNanos) {
        if (urgent || !full.isEmpty()) {
            return OptionalLong.of(nowNanos);
        }
        for (Bucket oldest : open.values()) {
            return OptionalLong.of(oldest.dueNanos);
        }
        return OptionalLong.empty();
    }

    /** Removes and returns a batch that is to be sent by now; empty when there is none. */
    synchronized Optional<Batch> pollDue(long nowNanos) {
        return poll(bucket -> bucket.isUrgent() || bucket.dueNanos - nowNanos <= 0);
    }

    /** Removes and returns a batch, due or not; empty when nothing waits. */
    synchronized Optional<Batch> poll() {
        return poll(bucket -> true);
    }

    private Optional<Batch> poll(Predicate<Bucket> wanted) {
        Bucket bucket = full.poll();
        if (bucket == null) {
            bucket = open.values().stream().filter(wanted).findFirst().orElse(null);
            open.values().remove(bucket);
        }
        if (bucket == null) {
            urgent = false;
            return Optional.empty();
        }
        waitingSpans -= bucket.spans.size();
        waitingBytes -= bucket.bytes;
        return Optional.of(new Batch(bucket.trace, bucket.spans, bucket.bytes));
    }

    /** Takes no more spans from now on; those that wait can still be polled. */
    synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private final class Bucket {

        private final @Nullable TraceContext trace;
        private final long dueNanos;
        private final List<SpanV2> spans = new ArrayList<>();
        private int bytes;

        Bucket(@Nullable TraceContext trace, long dueNanos) {
            this.trace = trace;
            this.dueNanos = dueNanos;
        }

        /** One byte more per span for the comma between them. */
        boolean hasRoomFor(int moreBytes) {
            return spans.size() < limits.envelopeSpans()
                    && bytes + moreBytes + spans.size() + 1 <= limits.envelopeBytes();
        }

        void add(SpanV2 span, int moreBytes) {
            spans.add(span);
            bytes += moreBytes;
        }

        boolean isUrgent() {
            return spans.size() >= limits.urgentSpans();
        }
    }
}
