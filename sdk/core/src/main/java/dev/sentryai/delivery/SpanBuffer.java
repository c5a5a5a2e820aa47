package dev.sentryai.delivery;

import io.sentry.TraceContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finished spans that wait for company, one bucket per trace: an envelope has one sampling context. Buckets are sent
 * one by one when each is due, not all at once, as the Sentry SDK's transport takes 30 envelopes at a time. Thread-safe.
 */
final class SpanBuffer {

    private final BatchLimits limits;
    /** Oldest bucket first; a trace whose bucket was full can have several. */
    private final List<Bucket> full = new ArrayList<>();

    private final Map<String, Bucket> open = new LinkedHashMap<>();
    private int waitingSpans;
    private long waitingBytes;
    private boolean urgent;

    SpanBuffer(BatchLimits limits) {
        this.limits = limits;
    }

    /**
     * Adds a span.
     *
     * @param nowNanos see {@link System#nanoTime}
     * @return false when there is no room for it
     */
    synchronized boolean offer(String traceId, @Nullable TraceContext trace, byte[] span, long nowNanos) {
        if (waitingSpans >= limits.waitingSpans() || waitingBytes + span.length > limits.waitingBytes()) {
            return false;
        }
        Bucket bucket = open.get(traceId);
        if (bucket != null && !bucket.hasRoomFor(span)) {
            full.add(bucket);
            open.remove(traceId);
        }
        bucket = open.computeIfAbsent(
                traceId, id -> new Bucket(trace, nowNanos + limits.delay().toNanos()));
        bucket.add(span);
        urgent |= bucket.isUrgent();
        waitingSpans++;
        waitingBytes += span.length;
        return true;
    }

    /** Returns when the next batch is to be sent, on the clock of {@link #offer}; empty when nothing waits. */
    synchronized OptionalLong nextDueNanos(long nowNanos) {
        if (urgent || !full.isEmpty()) {
            return OptionalLong.of(nowNanos);
        }
        return open.values().stream().mapToLong(bucket -> bucket.dueNanos).findFirst();
    }

    /** Removes and returns what is to be sent by now. */
    synchronized List<Batch> takeDue(long nowNanos) {
        List<Bucket> due = new ArrayList<>(full);
        full.clear();
        for (Iterator<Bucket> buckets = open.values().iterator(); buckets.hasNext(); ) {
            Bucket bucket = buckets.next();
            if (bucket.isUrgent() || bucket.dueNanos - nowNanos <= 0) {
                due.add(bucket);
                buckets.remove();
            }
        }
        return batches(due);
    }

    /** Removes and returns everything. */
    synchronized List<Batch> takeAll() {
        List<Bucket> all = new ArrayList<>(full);
        all.addAll(open.values());
        full.clear();
        open.clear();
        return batches(all);
    }

    private List<Batch> batches(List<Bucket> buckets) {
        urgent = false;
        for (Bucket bucket : buckets) {
            waitingSpans -= bucket.spans.size();
            waitingBytes -= bucket.bytes;
        }
        return buckets.stream()
                .map(bucket -> new Batch(bucket.trace, bucket.spans))
                .toList();
    }

    private final class Bucket {

        private final @Nullable TraceContext trace;
        private final long dueNanos;
        private final List<byte[]> spans = new ArrayList<>();
        private long bytes;

        Bucket(@Nullable TraceContext trace, long dueNanos) {
            this.trace = trace;
            this.dueNanos = dueNanos;
        }

        /** One byte more per span for the comma between them. */
        boolean hasRoomFor(byte[] span) {
            return spans.size() < limits.envelopeSpans()
                    && bytes + span.length + spans.size() + 1 <= limits.envelopeBytes();
        }

        void add(byte[] span) {
            spans.add(span);
            bytes += span.length;
        }

        boolean isUrgent() {
            return spans.size() >= limits.urgentSpans();
        }
    }
}
