package dev.sentryai.cli.report;

import dev.sentryai.cli.policy.FailOn;
import dev.sentryai.cli.text.Style;
import dev.sentryai.telemetry.relay.Relay;

/**
 * What reports need to know besides findings.
 *
 * @param style colours of text
 * @param failOn which findings count as failures
 * @param version of this program
 * @param relay tells what Sentry would store
 * @param coverage whether people are shown the coverage of every attribute
 */
public record ReportSettings(Style style, FailOn failOn, String version, Relay relay, boolean coverage) {

    /**
     * Settings without the coverage of every attribute.
     *
     * @param style colours of text
     * @param failOn which findings count as failures
     * @param version of this program
     * @param relay tells what Sentry would store
     */
    public ReportSettings(Style style, FailOn failOn, String version, Relay relay) {
        this(style, failOn, version, relay, false);
    }

    /**
     * The same with or without the coverage of every attribute.
     *
     * @param isShown whether people are shown it
     * @return new settings
     */
    public ReportSettings withCoverage(boolean isShown) {
        return new ReportSettings(style, failOn, version, relay, isShown);
    }

    /**
     * The same for a report that goes into a file.
     *
     * @return settings without colours
     */
    public ReportSettings forFile() {
        return new ReportSettings(Style.PLAIN, failOn, version, relay, coverage);
    }
}
