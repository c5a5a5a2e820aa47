package dev.sentryai.cli.report;

import dev.sentryai.cli.policy.FailOn;
import dev.sentryai.cli.text.Style;

/**
 * What reports need to know besides findings.
 *
 * @param style colours of text
 * @param failOn which findings count as failures
 * @param version of this program
 */
public record ReportSettings(Style style, FailOn failOn, String version) {

    /**
     * The same for a report that goes into a file.
     *
     * @return settings without colours
     */
    public ReportSettings forFile() {
        return new ReportSettings(Style.PLAIN, failOn, version);
    }
}
