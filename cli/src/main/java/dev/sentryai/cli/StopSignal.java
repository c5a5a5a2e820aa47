package dev.sentryai.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says when the command shall end, and lets it end in its own time. Safe for use by many threads. */
final class StopSignal {

    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(10);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Consumer<Thread> shutdownHooks;
    private volatile int exitCode;

    /** @param shutdownHooks takes what is to run when the virtual machine is asked to end */
    StopSignal(Consumer<Thread> shutdownHooks) {
        this.shutdownHooks = shutdownHooks;
    }

    /** From now on SIGINT and SIGTERM are requests to stop, for a command that will see them. */
    void listen() {
        shutdownHooks.accept(new Thread(this::onShutdown, "stop"));
    }

    private void onShutdown() {
        if (finished.getCount() == 0) {
            return; // the command came to its end by itself
        }
        request();
        if (await(finished, TIME_TO_FINISH)) {
            // Without this the virtual machine would report an orderly end as a failure: 130 or 143.
            Runtime.getRuntime().halt(exitCode);
        }
    }

    /** Asks the command to end. */
    void request() {
        requested.countDown();
    }

    /** Said when the command has ended and all that it printed is out. */
    void finish(int code) {
        exitCode = code;
        finished.countDown();
    }

    /** Waits until the command shall end. */
    void await() {
        try {
            requested.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for that long at most; returns true when the command shall end. */
    boolean await(Duration time) {
        return await(requested, time);
    }

    private static boolean await(CountDownLatch latch, Duration time) {
        try {
            return latch.await(TimeUnit.NANOSECONDS.convert(time), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
