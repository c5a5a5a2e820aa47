package dev.sentryai.telemetry.rules;

import java.util.Locale;

/** How bad a finding is; the gravest comes first. */
public enum Severity {
    /** Sentry rejects, drops or deletes data, a number becomes wrong, or a MUST of the conventions is broken. */
    ERROR,
    /** A SHOULD is broken, a name is deprecated, or the product shows less than it could. */
    WARNING,
    /** A hint, or something that Sentry repairs without loss. */
    INFO;

    /** Returns the name in lower case, as machine-readable output spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
