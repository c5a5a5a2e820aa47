package dev.sentryai.cli.policy;

import dev.sentryai.telemetry.rules.Severity;
import java.util.Locale;
import java.util.Optional;

/** How severe a project takes the findings of a rule. */
public enum Level {
    /** As errors. */
    ERROR,
    /** As warnings. */
    WARNING,
    /** As hints. */
    INFO,
    /** Not at all. */
    OFF;

    /**
     * The severity that findings get.
     *
     * @return empty if they don't count
     */
    public Optional<Severity> severity() {
        return this == OFF ? Optional.empty() : Optional.of(Severity.valueOf(name()));
    }

    static Level of(Severity severity) {
        return valueOf(severity.name());
    }

    /** Returns the name as it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
