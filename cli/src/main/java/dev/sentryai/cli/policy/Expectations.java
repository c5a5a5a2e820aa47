package dev.sentryai.cli.policy;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what is expected, part by part. For one run and one thread. */
public final class Expectations {

    private final Map<Expectation, Long> counts = new LinkedHashMap<>();

    /**
     * Starts a run.
     *
     * @param expected what is expected; may be nothing
     */
    public Expectations(List<Expectation> expected) {
        expected.forEach(expectation -> counts.put(expectation, 0L));
    }

    /**
     * Counts a part of the input.
     *
     * @param telemetry the part
     */
    public void add(Telemetry telemetry) {
        counts.replaceAll((expectation, count) -> count
                + telemetry.aiSpans().stream()
                        .filter(span -> occurs(expectation, span))
                        .count());
    }

    private static boolean occurs(Expectation expectation, SpanRecord span) {
        return expectation.kind().occurs(expectation.name(), span);
    }

    /**
     * What was not met.
     *
     * @return one line each, in the order of the file; empty if all was met
     */
    public List<String> unmet() {
        return counts.entrySet().stream()
                .filter(entry -> !entry.getKey().isMetBy(entry.getValue()))
                .map(entry -> entry.getKey().unmet(entry.getValue()))
                .toList();
    }
}
