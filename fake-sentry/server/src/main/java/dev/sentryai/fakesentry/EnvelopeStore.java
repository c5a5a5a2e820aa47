package dev.sentryai.fakesentry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the newest envelopes, bounded by bytes: a bound on their number would not keep large ones from exhausting the
 * heap. Counts what it had to forget. Safe for use by many threads.
 */
final class EnvelopeStore {

    /** Charged for each envelope besides its bytes, so that tiny ones can't exhaust the heap either. */
    static final int OVERHEAD_BYTES = 256;

    private static final System.Logger LOGGER = System.getLogger(EnvelopeStore.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<ReceivedEnvelope> envelopes = new ArrayDeque<>();
    private final long maxBytes;

    private long bytes;
    private long version;
    private long evicted;
    private long refused;
    private String lastRefusal = "";
    private boolean closed;

    EnvelopeStore(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * What the store holds at one moment.
     *
     * @param version grows with every change
     * @param evicted number of envelopes that were forgotten to stay within the bound, since the last clear
     * @param refused number of requests that were not answered with 200, since the last clear
     * @param lastRefusal status and reason of the newest of those; empty when there were none
     */
    record Contents(long version, List<ReceivedEnvelope> envelopes, long evicted, long refused, String lastRefusal) {}

    void add(ReceivedEnvelope envelope) {
        locked(() -> {
            envelopes.addLast(envelope);
            bytes += cost(envelope);
            evict();
            changed();
        });
    }

    void refused(Refusal refusal) {
        locked(() -> {
            refused++;
            lastRefusal = String.valueOf(refusal.getMessage());
        });
    }

    void clear() {
        locked(() -> {
            envelopes.clear();
            bytes = 0;
            evicted = 0;
            refused = 0;
            lastRefusal = "";
            changed();
        });
    }

    /** Wakes everybody who waits: nothing will come any more. */
    void close() {
        locked(() -> {
            closed = true;
            changed.signalAll();
        });
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    Contents contents() {
        lock.lock();
        try {
            return new Contents(version, List.copyOf(envelopes), evicted, refused, lastRefusal);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for contents other than those seen; empty when the time is up or the store was closed. */
    Optional<Contents> awaitChange(Contents seen, Duration timeout) throws InterruptedException {
        long nanos = TimeUnit.NANOSECONDS.convert(timeout); // saturates
        lock.lockInterruptibly();
        try {
            while (version == seen.version()) {
                if (closed || nanos <= 0) {
                    return Optional.empty();
                }
                nanos = changed.awaitNanos(nanos);
            }
            return Optional.of(contents());
        } finally {
            lock.unlock();
        }
    }

    private void evict() {
        while (bytes > maxBytes) {
            bytes -= cost(envelopes.removeFirst());
            if (evicted++ == 0) {
                LOGGER.log(
                        System.Logger.Level.WARNING,
                        "The fake Sentry holds " + maxBytes + " bytes and begins to forget its oldest envelopes");
            }
        }
    }

    private void changed() {
        version++;
        changed.signalAll();
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private static long cost(ReceivedEnvelope envelope) {
        return (long) envelope.wireLength() + OVERHEAD_BYTES;
    }
}
