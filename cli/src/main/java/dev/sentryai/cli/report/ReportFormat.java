package dev.sentryai.cli.report;

import java.io.PrintWriter;
import java.util.Locale;

/** The formats of reports. */
public enum ReportFormat {
    /** For people: trees of spans with the findings below them. */
    TEXT,
    /** One object with all findings and a summary. */
    JSON,
    /** One object a line: a finding each, in the end the summary. */
    NDJSON,
    /** SARIF 2.1.0, for code scanning. */
    SARIF,
    /** JUnit's XML, for the test pages of CI servers. */
    JUNIT,
    /** Commands that make GitHub Actions annotate files. */
    GITHUB,
    /** Markdown, for comments and job summaries. */
    MD,
    /** One page that needs nothing else. */
    HTML;

    /**
     * Starts a report.
     *
     * @param out where to print; neither flushed nor closed
     * @param settings what else to know
     * @return a new report
     */
    public Report open(PrintWriter out, ReportSettings settings) {
        return switch (this) {
            case TEXT -> new TextReport(out, settings);
            case JSON -> new JsonReport(out, settings);
            case NDJSON -> new NdjsonReport(out, settings);
            case SARIF -> new SarifReport(out, settings);
            case JUNIT -> new JunitReport(out, settings);
            case GITHUB -> new GithubReport(out);
            case MD -> new MarkdownReport(out);
            case HTML -> new HtmlReport(out, settings);
        };
    }

    /** Returns the name as it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
