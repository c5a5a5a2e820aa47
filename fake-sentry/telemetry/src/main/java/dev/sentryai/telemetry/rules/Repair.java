package dev.sentryai.telemetry.rules;

import java.util.Locale;

/** Whether what a rule finds can be put right in a recording. */
public enum Repair {
    /** {@link dev.sentryai.telemetry.repair.Repairer} does it, wherever the recording itself says what is right. */
    AUTO,
    /** Somebody has to say what is right. */
    HINT,
    /** A recording can not be corrected: what is missing was never sent, or nothing has to change. */
    NONE;

    /** Returns the name in lower case, as machine-readable output spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
