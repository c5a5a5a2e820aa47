package dev.sentryai.cli;

import dev.sentryai.cli.report.ReportFormat;
import dev.sentryai.cli.report.ReportSettings;
import dev.sentryai.cli.report.Reports;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say how findings are reported. */
final class ReportOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What to print: ${COMPLETION-CANDIDATES}. Default: text")
    @SuppressWarnings("NullAway.Init")
    private ReportFormat format;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            description = "Also write a report to a file, in any of these formats. Can be given for each of them.")
    private Map<ReportFormat, Path> files = new LinkedHashMap<>();

    @Option(
            names = "--coverage",
            description = "Also print which attributes were seen on how many spans of each operation (text format).")
    private boolean coverage;

    Reports open(PrintWriter out, ReportSettings settings) {
        ReportSettings all = settings.withCoverage(coverage);
        Reports reports = new Reports(format.open(out, all));
        files.forEach((other, file) -> reports.addFile(other, file, all));
        return reports;
    }
}
