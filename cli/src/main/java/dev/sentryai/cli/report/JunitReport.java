package dev.sentryai.cli.report;

import dev.sentryai.cli.check.Checked;
import dev.sentryai.cli.check.Summary;
import dev.sentryai.cli.policy.FailOn;
import dev.sentryai.telemetry.rules.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JUnit's XML: a file is a suite, a finding is a test of it. Findings that don't make the command fail are tests that passed, with
 * the finding as their output; a file without findings has one test that passed.
 */
final class JunitReport implements Report {

    private static final String NAME = "sentry-ai validate";

    private final PrintWriter out;
    private final FailOn failOn;

    JunitReport(PrintWriter out, ReportSettings settings) {
        this.out = out;
        this.failOn = settings.failOn();
        out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", NAME) + ">\n");
    }

    @Override
    public void add(Checked part) {
        Map<String, List<Finding>> findings = part.findings().stream()
                .collect(Collectors.groupingBy(finding -> finding.location().file()));
        part.files().forEach(file -> print(file, findings.getOrDefault(file, List.of())));
    }

    private void print(String file, List<Finding> findings) {
        long failures = findings.stream().filter(this::fails).count();
        out.print("<testsuite" + attribute("name", file) + attribute("tests", Math.max(1, findings.size()))
                + attribute("failures", failures) + attribute("errors", 0) + attribute("skipped", 0) + ">\n");
        if (findings.isEmpty()) {
            out.print("  <testcase" + attribute("name", "No findings") + attribute("classname", file) + "/>\n");
        }
        findings.forEach(finding -> print(file, finding));
        out.print("</testsuite>\n");
    }

    private void print(String file, Finding finding) {
        String subject = finding.spanName().isEmpty() ? "" : ", " + finding.spanName();
        String name =
                finding.rule() + ' ' + FindingText.title(finding) + " (" + FindingText.place(finding) + subject + ')';
        out.print("  <testcase" + attribute("name", name) + attribute("classname", file) + ">\n");
        String details = FindingText.details(finding);
        out.print(
                fails(finding)
                        ? "    <failure" + attribute("type", finding.severity())
                                + attribute("message", finding.message()) + ">" + Markup.of(details) + "</failure>\n"
                        : "    <system-out>" + Markup.of(finding.severity() + ": " + details) + "</system-out>\n");
        out.print("  </testcase>\n");
    }

    private boolean fails(Finding finding) {
        return failOn.isReached(finding.severity());
    }

    @Override
    public void end(Summary summary) {
        List<String> unmet = summary.verdict().unmet();
        if (!unmet.isEmpty()) {
            out.print("<testsuite" + attribute("name", "expectations") + attribute("tests", unmet.size())
                    + attribute("failures", unmet.size()) + attribute("errors", 0) + ">\n");
            unmet.forEach(text -> out.print("  <testcase" + attribute("name", text)
                    + attribute("classname", "expectations") + "><failure" + attribute("message", text)
                    + "/></testcase>\n"));
            out.print("</testsuite>\n");
        }
        out.print("</testsuites>\n");
    }

    private static String attribute(String name, Object value) {
        return ' ' + name + "=\"" + Markup.of(String.valueOf(value)) + '"';
    }
}
