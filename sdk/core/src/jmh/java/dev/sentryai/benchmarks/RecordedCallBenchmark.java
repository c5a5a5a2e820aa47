package dev.sentryai.benchmarks;

import io.sentry.ISentryLifecycleToken;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.TransactionOptions;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** What a recorded call costs, its share of the transaction and of writing the envelopes included. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecordedCallBenchmark {

    private static final int CALLS = 200;

    /** Sentry with AI monitoring. */
    @State(Scope.Thread)
    public static class Monitored {

        private ISentryLifecycleToken isolation = () -> {};

        @Setup(Level.Trial)
        public void start() {
            Calls.init(1.0);
            isolation = Sentry.pushIsolationScope();
        }

        @TearDown(Level.Trial)
        public void stop() {
            isolation.close();
            Sentry.close();
        }
    }

    /** Sentry alone: with AI monitoring, spans that others make are taken care of as well. */
    @State(Scope.Thread)
    public static class Alone {

        private ISentryLifecycleToken isolation = () -> {};

        @Setup(Level.Trial)
        public void start() {
            Calls.init(1.0, options -> {});
            isolation = Sentry.pushIsolationScope();
        }

        @TearDown(Level.Trial)
        public void stop() {
            isolation.close();
            Sentry.close();
        }
    }

    private static ITransaction transaction() {
        TransactionOptions bound = new TransactionOptions();
        bound.setBindToScope(true);
        return Sentry.startTransaction("job", "task", bound);
    }

    private static void finish(ITransaction transaction) {
        transaction.finish();
        Sentry.flush(10_000);
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void instrumented(Monitored sentry, Blackhole blackhole) throws Exception {
        ITransaction transaction = transaction();
        for (int i = 0; i < CALLS; i++) {
            blackhole.consume(Calls.instrumented());
        }
        finish(transaction);
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void writtenByHand(Alone sentry, Blackhole blackhole) {
        ITransaction transaction = transaction();
        for (int i = 0; i < CALLS; i++) {
            blackhole.consume(Calls.writtenByHand(transaction));
        }
        finish(transaction);
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void writtenByHandAndCurrent(Alone sentry, Blackhole blackhole) {
        ITransaction transaction = transaction();
        for (int i = 0; i < CALLS; i++) {
            blackhole.consume(Calls.writtenByHandAndCurrent(transaction));
        }
        finish(transaction);
    }
}
