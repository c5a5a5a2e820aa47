package dev.sentryai.cli.policy;

import dev.sentryai.telemetry.rules.Severity;
import java.util.Locale;

/** From which severity on findings make a command fail. */
public enum FailOn {
    /** Errors do. */
    ERROR,
    /** Errors and warnings do. */
    WARNING,
    /** Every finding does. */
    INFO,
    /** Nothing does. */
    NEVER;

    /**
     * Whether a finding makes the command fail.
     *
     * @param severity of the finding
     * @return true if it does
     */
    public boolean isReached(Severity severity) {
        return switch (this) {
            case ERROR -> severity == Severity.ERROR;
            case WARNING -> severity != Severity.INFO;
            case INFO -> true;
            case NEVER -> false;
        };
    }

    /** Returns the name as it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
