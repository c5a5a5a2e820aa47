package dev.sentryai.providertests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.providertests.Bench;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;

/** Waits for what happens once the garbage collector has seen that something is unreachable. */
final class Abandonment {

    private Abandonment() {}

    /** Returns the one AI span, collecting garbage until it arrives. */
    static SpanRecord await(Bench<?> bench) {
        long deadline = System.nanoTime() + Bench.PATIENCE.toNanos();
        List<SpanRecord> spans = List.of();
        while (spans.isEmpty() && System.nanoTime() < deadline) {
            System.gc();
            spans = bench.telemetry().aiSpans();
        }
        assertThat(spans).as("AI spans after garbage collection").hasSize(1);
        return spans.get(0);
    }
}
