package dev.sentryai.cli.check;

import dev.sentryai.cli.policy.FailOn;
import dev.sentryai.telemetry.rules.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a validation comes to.
 *
 * @param files how many were named
 * @param filesWithFindings how many of them have any
 * @param envelopes how many were read
 * @param spans how many they hold
 * @param aiSpans how many of these are about AI
 * @param severities how many findings there are of each severity
 * @param rules how many findings there are of each rule, by its id
 */
public record Summary(
        int files,
        int filesWithFindings,
        int envelopes,
        int spans,
        int aiSpans,
        Map<Severity, Integer> severities,
        SortedMap<String, Integer> rules) {

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

    /**
     * The numbers under the names that they have in JSON.
     *
     * @return in the order in which JSON has them
     */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("files", files);
        counts.put("envelopes", envelopes);
        counts.put("spans", spans);
        counts.put("ai_spans", aiSpans);
        counts.put("errors", count(Severity.ERROR));
        counts.put("warnings", count(Severity.WARNING));
        counts.put("infos", count(Severity.INFO));
        return counts;
    }
}
