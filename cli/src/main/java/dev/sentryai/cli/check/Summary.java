package dev.sentryai.cli.check;

import dev.sentryai.cli.policy.FailOn;
import dev.sentryai.cli.policy.Verdict;
import dev.sentryai.telemetry.rules.Severity;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a validation comes to.
 *
 * @param scope how much was validated
 * @param severities how many findings there are of each severity
 * @param rules how many findings there are of each rule, by its id
 * @param verdict what the project's policy makes of it
 * @param coverage which attributes were seen, by operation
 */
public record Summary(
        Scope scope,
        Map<Severity, Integer> severities,
        SortedMap<String, Integer> rules,
        Verdict verdict,
        Coverage coverage) {

    /** Copies the maps. */
    public Summary {
        severities = Map.copyOf(severities);
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    }

    /**
     * How many findings of a severity there are.
     *
     * @param severity one of them
     * @return zero if there are none
     */
    public int count(Severity severity) {
        return severities.getOrDefault(severity, 0);
    }

    /**
     * Whether there are findings that make the command fail.
     *
     * @param threshold from which severity on they do
     * @return true if there is one
     */
    public boolean reaches(FailOn threshold) {
        return severities.keySet().stream().anyMatch(threshold::isReached);
    }

    /**
     * Whether nothing is wrong.
     *
     * @return true if there is no finding
     */
    public boolean isClean() {
        return rules.isEmpty();
    }
}
