package dev.sentryai.cli.explain;

import dev.sentryai.telemetry.rules.RuleDefinition;
import dev.sentryai.telemetry.rules.RuleExample;
import java.util.Objects;

/** Explains rules. */
final class RuleExplainer {

    private RuleExplainer() {}

    static Explanation explain(RuleDefinition rule) {
        Explanation.Builder facts = new Explanation.Builder()
                .add("what", rule.title())
                .add("says", rule.message())
                .add("why", rule.citation())
                .add("fix", rule.fix() + repair(rule));
        RuleExample.of(rule.id())
                .ifPresent(example -> facts.add("settings", Objects.requireNonNullElse(example.settings(), ""))
                        .add("bad", example.bad())
                        .add("good", example.good()));
        RuleExample.absence(rule.id()).ifPresent(reason -> facts.add("example", "none: " + reason));
        return facts.add("silence", "--rule " + rule.id() + "=off, or a suppression with a reason in sentry-ai.yml")
                .build(rule.id(), severity(rule));
    }

    /** Whether the fix can be left to us. */
    static String repair(RuleDefinition rule) {
        return switch (rule.repair()) {
            case AUTO -> " (validate --fix does it in recordings)";
            case HINT, NONE -> "";
        };
    }

    /** The severity, or both. */
    static String severity(RuleDefinition rule) {
        return rule.severity()
                + rule.milder().map(milder -> ", in milder cases " + milder).orElse("");
    }
}
