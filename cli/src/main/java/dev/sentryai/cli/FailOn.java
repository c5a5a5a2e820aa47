package dev.sentryai.cli;

import dev.sentryai.telemetry.rules.Severity;

/** From which severity on findings make a command fail. */
enum FailOn {
    ERROR,
    WARNING,
    INFO,
    NEVER;

    boolean isReached(Severity severity) {
        return switch (this) {
            case ERROR -> severity == Severity.ERROR;
            case WARNING -> severity != Severity.INFO;
            case INFO -> true;
            case NEVER -> false;
        };
    }
}
