package dev.sentryai.cli.report;

import dev.sentryai.cli.check.Checked;
import dev.sentryai.cli.check.Summary;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Severity;
import java.io.PrintWriter;

/** Workflow commands, one a line: GitHub Actions shows them beside the files that they name. */
final class GithubReport implements Report {

    private final PrintWriter out;

    GithubReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void add(Checked part) {
        Lines lines = new Lines(part.telemetry());
        part.findings().forEach(finding -> print(finding, lines.at(finding.location())));
    }

    private void print(Finding finding, int line) {
        String place = FindingText.place(finding);
        String subject = finding.spanName().isEmpty() ? place : finding.spanName() + " (" + place + ")";
        String fix = finding.fix() == null ? "" : "\nFix: " + finding.fix();
        out.print("::" + command(finding.severity())
                + " file=" + property(finding.location().file())
                + ",line=" + line
                + ",title=" + property(finding.rule() + ' ' + FindingText.title(finding))
                + "::" + data(finding.message() + '\n' + subject + fix)
                + '\n');
    }

    private static String command(Severity severity) {
        return severity == Severity.INFO ? "notice" : severity.toString();
    }

    @Override
    public void end(Summary summary) {
        summary.verdict()
                .unmet()
                .forEach(unmet -> out.print("::error title=Expectation not met::" + data(unmet) + '\n'));
        String severest = summary.isClean() ? "notice" : command(FindingText.severest(summary));
        out.print("::" + severest + " title=sentry-ai validate::" + data(FindingText.summary(summary)) + '\n');
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
