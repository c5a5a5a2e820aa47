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

    Reports open(PrintWriter out, ReportSettings settings) {
        Reports reports = new Reports(format.open(out, settings));
        files.forEach((other, file) -> reports.addFile(other, file, settings));
        return reports;
    }
}
