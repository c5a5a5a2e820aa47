package dev.sentryai.fakesentry;

import dev.sentryai.fakesentry.EnvelopeStore.Contents;
import dev.sentryai.telemetry.Telemetry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One wait: a condition, a deadline, and a report when it was in vain. */
final class Await {

    private final EnvelopeStore store;
    private final Readings readings;

    Await(EnvelopeStore store, Readings readings) {
        this.store = store;
        this.readings = readings;
    }

    Telemetry until(String what, Predicate<Contents> reached, Duration timeout) {
        long start = System.nanoTime();
        Contents seen = store.contents();
        while (!reached.test(seen)) {
            Duration left = timeout.minusNanos(System.nanoTime() - start);
            Contents before = seen;
            seen = next(before, left).orElseThrow(() -> inVain(what, timeout, before));
        }
        return readings.of(seen);
    }

    private Optional<Contents> next(Contents seen, Duration left) {
        try {
            return store.awaitChange(seen, left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for envelopes", e);
        }
    }

    private AwaitTimeoutException inVain(String what, Duration timeout, Contents seen) {
        String when = store.isClosed()
                ? " before the fake Sentry was closed"
                : " within " + TimeUnit.MILLISECONDS.convert(timeout) + " ms";
        return new AwaitTimeoutException(
                "Expected " + what + when + ", but saw " + new Sightings(seen, readings.of(seen)).describe());
    }
}
