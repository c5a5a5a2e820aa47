package dev.sentryai.benchmarks;

import io.sentry.ISentryLifecycleToken;
import io.sentry.Sentry;
import io.sentry.TransactionOptions;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What an instrumented call costs of which nothing is sent. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class UnrecordedCallBenchmark {

    /** Why nothing is sent. */
    public enum Why {
        /** Sentry was never started. */
        OFF,
        /** It was, without tracing. */
        TRACING_OFF,
        /** The call belongs to a transaction that is not sampled. */
        UNSAMPLED
    }

    @Param
    public Why why = Why.OFF;

    private ISentryLifecycleToken isolation = () -> {};

    @Setup(Level.Trial)
    public void start() {
        if (why != Why.OFF) {
            Calls.init(why == Why.UNSAMPLED ? 0.0 : null);
            isolation = Sentry.pushIsolationScope();
            TransactionOptions bound = new TransactionOptions();
            bound.setBindToScope(true);
            Sentry.startTransaction("job", "task", bound);
        }
    }

    @TearDown(Level.Trial)
    public void stop() {
        isolation.close();
        Sentry.close();
    }

    @Benchmark
    public String bare() {
        return Calls.bare();
    }

    @Benchmark
    public String instrumented() throws Exception {
        return Calls.instrumented();
    }
}
