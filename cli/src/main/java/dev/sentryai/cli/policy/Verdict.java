package dev.sentryai.cli.policy;

import java.util.List;

/**
 * What a project's policy makes of a validation, beyond the findings that are left.
 *
 * @param suppressed how many findings were
 * @param baselined how many findings were known before
 * @param notes what somebody should tidy up in the settings, one line each
 * @param unmet expectations that were not met, one line each
 */
public record Verdict(int suppressed, int baselined, List<String> notes, List<String> unmet) {

    /** Copies the lists. */
    public Verdict {
        notes = List.copyOf(notes);
        unmet = List.copyOf(unmet);
    }
}
