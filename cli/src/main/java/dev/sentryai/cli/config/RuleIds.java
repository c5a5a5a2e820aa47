package dev.sentryai.cli.config;

import dev.sentryai.telemetry.rules.RuleDefinition;
import dev.sentryai.telemetry.rules.Rules;
import java.util.List;

/** The ids of all rules. */
public final class RuleIds {

    static final List<String> ALL =
            Rules.definitions().stream().map(RuleDefinition::id).toList();

    private RuleIds() {}

    /**
     * Refuses ids that no rule has.
     *
     * @param id as typed
     * @throws IllegalArgumentException if there is no such rule
     */
    public static void check(String id) {
        if (!ALL.contains(id)) {
            throw new IllegalArgumentException("unknown rule " + id + DidYouMean.hint(id, ALL));
        }
    }
}
