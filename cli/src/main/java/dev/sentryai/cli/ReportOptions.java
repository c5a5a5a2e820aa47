package dev.sentryai.cli;

import dev.sentryai.cli.report.ReportFormat;
import dev.sentryai.cli.report.ReportSettings;
import dev.sentryai.cli.report.Reports;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that say how findings are reported. */
final class ReportOptions {

    private final OptionSpec format = Syntax.choice(
            "--format", "FORMAT", ReportFormat.class, "text", "What to print: ${COMPLETION-CANDIDATES}. Default: text");
    private final OptionSpec files = Syntax.option(
                    "--output",
                    "FORMAT=FILE",
                    Map.class,
                    "Also write a report to a file, in any of these formats. Can be given for each of them.")
            .auxiliaryTypes(ReportFormat.class, Path.class)
            .build();
    private final OptionSpec coverage = Syntax.flag(
            "--coverage", "Also print which attributes were seen on how many spans of each operation (text format).");

    /** Makes them options of that command. */
    ReportOptions(CommandSpec syntax) {
        syntax.addOption(format).addOption(files).addOption(coverage);
    }

    Reports open(PrintWriter out, ReportSettings settings) {
        ReportSettings all = settings.withCoverage(Syntax.isGiven(coverage));
        ReportFormat printed = format.getValue();
        Map<ReportFormat, Path> written = files.getValue();
        Reports reports = new Reports(printed.open(out, all));
        Objects.requireNonNullElse(written, Map.<ReportFormat, Path>of())
                .forEach((other, file) -> reports.addFile(other, file, all));
        return reports;
    }
}
