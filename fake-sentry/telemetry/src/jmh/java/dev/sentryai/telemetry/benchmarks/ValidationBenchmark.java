package dev.sentryai.telemetry.benchmarks;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Judgement;
import dev.sentryai.telemetry.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Envelopes per second on one core: framing alone, reading into the model, and judging by all rules, traces included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ValidationBenchmark {

    private static final int ENVELOPES = 5000;

    /** As many envelopes are judged together as the command takes at a time. */
    private static final int PART = 1000;

    private final List<byte[]> corpus = Corpus.of(ENVELOPES);
    private final Rules rules = Rules.of(ConventionsVersion.newest());

    @Benchmark
    @OperationsPerInvocation(ENVELOPES)
    public void frame(Blackhole blackhole) {
        for (byte[] bytes : corpus) {
            blackhole.consume(EnvelopeReader.parse(bytes));
        }
    }

    @Benchmark
    @OperationsPerInvocation(ENVELOPES)
    public void read(Blackhole blackhole) {
        for (byte[] bytes : corpus) {
            blackhole.consume(Telemetry.of(List.of(captured(bytes))));
        }
    }

    @Benchmark
    @OperationsPerInvocation(ENVELOPES)
    public void judge(Blackhole blackhole) {
        List<Judgement> part = new ArrayList<>(PART);
        for (byte[] bytes : corpus) {
            part.add(rules.judge(captured(bytes)));
            if (part.size() == PART) {
                List<Finding> findings = rules.conclude(part);
                blackhole.consume(findings);
                part.clear();
            }
        }
    }

    private static CapturedEnvelope captured(byte[] bytes) {
        return new CapturedEnvelope("corpus.envelope", EnvelopeReader.parse(bytes));
    }
}
