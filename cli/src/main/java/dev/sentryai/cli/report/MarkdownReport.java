package dev.sentryai.cli.report;

import dev.sentryai.cli.check.Checked;
import dev.sentryai.cli.check.Summary;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.tree.PlainText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Markdown as GitHub and GitLab show it: one table for each file. */
final class MarkdownReport implements Report {

    private final PrintWriter out;

    MarkdownReport(PrintWriter out) {
        this.out = out;
        out.print("## sentry-ai validate\n\n");
    }

    @Override
    public void add(Checked part) {
        Map<String, List<Finding>> byFile = part.findings().stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.location().file(), LinkedHashMap::new, Collectors.toList()));
        byFile.forEach(this::print);
    }

    private void print(String file, List<Finding> findings) {
        out.print("### " + escaped(file) + "\n\n| severity | rule | span | finding | place | fix |\n");
        out.print("| --- | --- | --- | --- | --- | --- |\n");
        for (Finding finding : findings) {
            out.print("| " + finding.severity() + " | " + finding.rule() + " | " + escaped(finding.spanName()) + " | "
                    + escaped(finding.message()) + " | " + escaped(FindingText.place(finding)) + " | "
                    + escaped(finding.fix() == null ? "" : finding.fix()) + " |\n");
        }
        out.print('\n');
    }

    @Override
    public void end(Summary summary) {
        out.print("**" + FindingText.summary(summary) + "**\n");
        summary.verdict().unmet().forEach(unmet -> out.print("\n- expectation not met: " + escaped(unmet) + '\n'));
        if (!summary.isClean()) {
            out.print("\n| rule | what | findings |\n| --- | --- | ---: |\n");
            summary.rules()
                    .forEach((id, count) -> out.print(
                            "| " + id + " | " + escaped(FindingText.rule(id).title()) + " | " + count + " |\n"));
        }
    }

    /** What would start markup, HTML, another cell or a mention is shown as it is. */
    private static String escaped(String text) {
        StringBuilder markdown = new StringBuilder(text.length() + 16);
        for (char c : PlainText.line(text).toCharArray()) {
            switch (c) {
                case '&' -> markdown.append("&amp;");
                case '<' -> markdown.append("&lt;");
                case '@' -> markdown.append("&#64;");
                case '\\', '`', '*', '_', '[', ']', '#', '~', '|', '!' ->
                    markdown.append('\\').append(c);
                default -> markdown.append(c);
            }
        }
        return markdown.toString();
    }
}
