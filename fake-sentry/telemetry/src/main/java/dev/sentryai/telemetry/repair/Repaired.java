package dev.sentryai.telemetry.repair;

import dev.sentryai.telemetry.CapturedEnvelope;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An envelope after its repair.
 *
 * @param captured the envelope under its name; the same object as before if nothing was changed
 * @param fixed how many findings of each rule are gone, by the rule's id; empty if nothing was changed
 */
public record Repaired(CapturedEnvelope captured, SortedMap<String, Integer> fixed) {

    /** Copies the map. */
    public Repaired {
        fixed = Collections.unmodifiableSortedMap(new TreeMap<>(fixed));
    }

    /**
     * How many findings are gone.
     *
     * @return zero if nothing was changed
     */
    public int count() {
        return fixed.values().stream().mapToInt(Integer::intValue).sum();
    }
}
