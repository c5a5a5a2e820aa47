package dev.sentryai.cli.check;

import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.rules.Finding;
import java.util.List;

/**
 * A part of the input, and what is wrong with it.
 *
 * @param files the names of the files that it was read from, also of those that turned out to hold no envelope
 * @param unreadable how many more files there were, which could not be read at all
 * @param telemetry what they hold
 * @param findings ordered by file, item, span and rule
 */
public record Checked(List<String> files, int unreadable, Telemetry telemetry, List<Finding> findings) {

    /** Copies the lists. */
    public Checked {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }
}
