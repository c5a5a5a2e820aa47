package dev.sentryai.cli.report;

import dev.sentryai.cli.check.Checked;
import dev.sentryai.cli.check.Summary;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page that needs nothing else: no script, no picture, no font. Its content security policy allows nothing but its own style, so
 * that telemetry could not do anything even if it got through the escaping. The summary is written last and shown first.
 */
final class HtmlReport implements Report {

    private final PrintWriter out;

    HtmlReport(PrintWriter out, ReportSettings settings) {
        this.out = out;
        String style = resource("report.css");
        out.print("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
                + sha256(style) + "'\" />\n<meta name=\"viewport\" content=\"width=device-width\" />\n"
                + "<meta name=\"generator\" content=\"sentry-ai " + Markup.of(settings.version()) + "\" />\n"
                + "<title>sentry-ai validate</title>\n<style>" + style + "</style>\n</head>\n<body>\n");
        for (Severity severity : Severity.values()) {
            out.print("<input type=\"checkbox\" id=\"" + severity + "\" checked=\"\" /><label for=\"" + severity + "\">"
                    + severity + "</label>\n");
        }
        out.print("<main>\n");
    }

    @Override
    public void add(Checked part) {
        Map<String, List<Finding>> byFile = part.findings().stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.location().file(), LinkedHashMap::new, Collectors.toList()));
        byFile.forEach(this::print);
    }

    private void print(String file, List<Finding> findings) {
        out.print("<details open=\"\">\n<summary>" + Markup.of(file) + " <small>" + findings.size()
                + "</small></summary>\n<ul>\n");
        findings.forEach(this::print);
        out.print("</ul>\n</details>\n");
    }

    private void print(Finding finding) {
        out.print("<li class=\"" + finding.severity() + "\"><b>" + finding.severity() + "</b> <code>" + finding.rule()
                + "</code> " + Markup.of(finding.message()) + "\n<dl>");
        describe("span", finding.spanName().isEmpty() ? null : finding.spanName());
        describe("place", FindingText.place(finding));
        describe("expected", finding.expected());
        describe("actual", finding.actual());
        describe("fix", finding.fix());
        out.print("</dl></li>\n");
    }

    private void describe(String label, @Nullable String text) {
        if (text != null) {
            out.print("<dt>" + label + "</dt><dd>" + Markup.of(text) + "</dd>");
        }
    }

    @Override
    public void end(Summary summary) {
        out.print("</main>\n<header>\n<h1>sentry-ai validate</h1>\n<p>" + Markup.of(FindingText.summary(summary))
                + "</p>\n");
        summary.verdict().unmet().forEach(unmet -> out.print("<p>Expectation not met: " + Markup.of(unmet) + "</p>\n"));
        if (!summary.isClean()) {
            out.print("<table>\n<tr><th>rule</th><th>what</th><th>findings</th></tr>\n");
            summary.rules()
                    .forEach((id, count) -> out.print("<tr><td>" + id + "</td><td>"
                            + Markup.of(FindingText.rule(id).title()) + "</td><td>" + count + "</td></tr>\n"));
            out.print("</table>\n");
        }
        out.print("</header>\n</body>\n</html>\n");
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + HtmlReport.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
