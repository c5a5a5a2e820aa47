package dev.sentryai.delivery.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.AiSpan;
import dev.sentryai.SentryAi;
import dev.sentryai.testing.UnreliableSentry;
import dev.sentryai.testing.UnreliableSentry.Mood;
import io.sentry.DataCategory;
import io.sentry.ISentryLifecycleToken;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.TransactionOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every span is taken by Sentry once, or counted as lost once. */
@SuppressWarnings("try") // an isolation is there to be closed
class SpanAccountingTest {

    private static final int THREADS = 8;

    /** The whole is 20 000; {@code -Dsentryai.test.calls=20000} makes so many. */
    private static final int CALLS = Integer.getInteger("sentryai.test.calls", 5_000);

    private final UnreliableSentry server = new UnreliableSentry();
    private final AtomicLong discarded = new AtomicLong();
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

    private void init() {
        Sentry.init(options -> {
            options.setDsn(server.dsn());
            options.setTracesSampleRate(1.0);
            options.setEnableUncaughtExceptionHandler(false);
            options.setEnableShutdownHook(false);
            options.setEnableBackpressureHandling(false);
            options.setOnDiscard((reason, category, count) -> {
                if (category == DataCategory.Span) {
                    discarded.addAndGet(count);
                }
            });
            SentryAi.configure(options);
        });
    }

    @AfterEach
    void stop() {
        pool.shutdownNow();
        Sentry.close();
        server.close();
    }

    private static ITransaction transaction() {
        TransactionOptions options = new TransactionOptions();
        options.setBindToScope(true);
        return Sentry.startTransaction("job", "task", options);
    }

    private static void flush() {
        Sentry.flush(20_000);
    }

    /** A report needs another envelope to travel with. */
    private static void report() {
        flush();
        transaction().finish();
        flush();
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void everySpanIsTakenOnceOrCountedOnceThroughGoodAndBadTimes() throws Exception {
        List<Mood> moods = List.of(Mood.WELL, Mood.LIMITING, Mood.FAILING, Mood.HANGING_UP, Mood.GONE, Mood.WELL);
        init();
        AtomicLong reached = new AtomicLong();
        CyclicBarrier together = new CyclicBarrier(THREADS, () -> {
            flush();
            int next = (int) reached.incrementAndGet();
            if (next < moods.size()) {
                server.become(moods.get(next));
            }
        });
        List<Future<?>> callers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            callers.add(pool.submit(() -> callThroughAll(moods.size(), together)));
        }
        for (Future<?> caller : callers) {
            caller.get(300, TimeUnit.SECONDS);
        }

        try (ISentryLifecycleToken isolation = Sentry.pushIsolationScope()) {
            report();
        }

        int calls = THREADS * (CALLS / moods.size()) * moods.size();
        long transactions = THREADS + 1;
        assertThat(server.taken().values()).as("how often a span arrived").containsOnly(1);
        assertThat(server.taken().size() + server.refused() + discarded.get()).isEqualTo(calls + transactions);
        assertThat(server.reportedLost()).isEqualTo(discarded.get()).isPositive();
        assertThat(server.refused()).isPositive();
        Sentry.close();
        assertThat(threadsLeft(Duration.ofSeconds(20))).isEmpty();
    }

    private static Void callThroughAll(int phases, CyclicBarrier together) throws Exception {
        try (ISentryLifecycleToken isolation = Sentry.pushIsolationScope()) {
            ITransaction transaction = transaction();
            for (int phase = 0; phase < phases; phase++) {
                for (int i = 0; i < CALLS / phases; i++) {
                    call(transaction, i);
                }
                together.await(200, TimeUnit.SECONDS);
            }
            transaction.finish();
        }
        return null;
    }

    /** Every tenth span is not ours, but adopted. */
    private static void call(ITransaction transaction, int number) {
        if (number % 10 == 0) {
            transaction.startChild("gen_ai.chat", "by hand").finish();
        } else {
            SentryAi.chat("gpt-4o").setInput("Weather?").close();
        }
    }

    @Test
    void aBrokenConnectionIsCountedWithTheReportThatItTook() {
        init();
        try (ISentryLifecycleToken isolation = Sentry.pushIsolationScope()) {
            ITransaction transaction = transaction();
            server.become(Mood.HANGING_UP);
            for (int i = 0; i < 3; i++) {
                SentryAi.chat("gpt-4o").close();
                SentryAi.chat("gpt-4o").close();
                flush();
            }
            assertThat(discarded).hasValue(6);

            server.become(Mood.WELL);
            transaction.finish();
            flush();

            assertThat(server.reportedLost()).isEqualTo(6);
            assertThat(server.taken()).hasSize(1);
        }
    }

    @Test
    void spansThatEndAfterTheCloseAreCountedAndNoThreadIsLeft() {
        init();
        try (ISentryLifecycleToken isolation = Sentry.pushIsolationScope()) {
            transaction();
            AiSpan first = SentryAi.chat("gpt-4o");
            AiSpan second = SentryAi.chat("gpt-4o");
            SentryAi.chat("gpt-4o").close();
            Sentry.close();

            first.close();
            second.close();
        }

        assertThat(server.taken()).hasSize(1);
        assertThat(discarded).hasValue(2);
        assertThat(threadsLeft(Duration.ofSeconds(10))).isEmpty();
    }

    @Test
    void whatIsLostBeforeTheCloseIsReportedByIt() {
        init();
        try (ISentryLifecycleToken isolation = Sentry.pushIsolationScope()) {
            transaction();
            server.become(Mood.GONE);
            SentryAi.chat("gpt-4o").close();
            flush();
            server.become(Mood.WELL);

            Sentry.close();
        }

        assertThat(discarded).hasValue(1);
        assertThat(server.reportedLost()).isEqualTo(1);
    }

    /** Waits for each thread that sends spans by itself; one that goes on for longer is left. */
    private static List<String> threadsLeft(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("sentry-ai-spans"))
                .filter(thread -> !hasEnded(thread, deadline))
                .map(Thread::getName)
                .toList();
    }

    private static boolean hasEnded(Thread thread, long deadline) {
        try {
            thread.join(
                    Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return !thread.isAlive();
    }
}
