package dev.sentryai.cli.report;

import dev.sentryai.cli.check.Checked;
import dev.sentryai.cli.check.Summary;
import dev.sentryai.cli.text.StoredRemarks;
import dev.sentryai.cli.text.Style;
import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.Trace;
import dev.sentryai.telemetry.relay.Relay;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Severity;
import dev.sentryai.telemetry.tree.Glyphs;
import dev.sentryai.telemetry.tree.PlainText;
import dev.sentryai.telemetry.tree.SpanTree;
import dev.sentryai.telemetry.tree.SpanTreePrinter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For people: by file, traces as trees, the findings below their spans; in the end how many there are and what to do next. */
final class TextReport implements Report {

    private static final String INDENT = "  ";
    private static final int LABEL = 10;

    private final PrintWriter out;
    private final Style style;
    private final boolean coverage;
    private final Relay relay;
    private final FindingLines lines;
    private final SpanTreePrinter trees;

    TextReport(PrintWriter out, ReportSettings settings) {
        this.out = out;
        this.style = settings.style();
        this.coverage = settings.coverage();
        this.relay = settings.relay();
        this.lines = new FindingLines(style);
        this.trees = new SpanTreePrinter(Glyphs.UNICODE, style.decoration());
    }

    @Override
    public void add(Checked part) {
        Map<Location, List<Finding>> bySpan = part.findings().stream()
                .filter(finding -> finding.location().span() != null)
                .collect(Collectors.groupingBy(Finding::location));
        Map<String, List<Trace>> traces = new LinkedHashMap<>();
        for (Trace trace : part.telemetry().traces()) {
            trace.spans().stream()
                    .filter(span -> bySpan.containsKey(span.location()))
                    .findFirst()
                    .ifPresent(span -> traces.computeIfAbsent(span.location().file(), file -> new ArrayList<>())
                            .add(trace));
        }
        Map<String, List<Finding>> byFile = part.findings().stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.location().file(), LinkedHashMap::new, Collectors.toList()));
        StoredRemarks stored = new StoredRemarks(relay.store(traces.isEmpty() ? Telemetry.EMPTY : part.telemetry()));
        byFile.forEach((file, findings) ->
                print(findings, traces.getOrDefault(file, List.of()), new FindingRemarks(file, bySpan, lines, stored)));
    }

    private void print(List<Finding> findings, List<Trace> traces, FindingRemarks remarks) {
        List<Finding> loose = findings.stream()
                .filter(finding -> finding.location().span() == null)
                .toList();
        if (loose.isEmpty() && traces.isEmpty()) {
            return; // its spans belong to traces that are shown with another file
        }
        String file = remarks.file();
        out.println(style.bold(PlainText.line(file)));
        loose.forEach(finding -> lines.of(finding, file).forEach(line -> out.println(INDENT + line)));
        traces.forEach(trace -> print(trace, remarks));
        out.println();
    }

    private void print(Trace trace, FindingRemarks remarks) {
        SpanTree tree = SpanTree.of(trace).keeping(remarks::areAbout);
        trees.print(trace, tree, remarks).lines().forEach(line -> out.println(INDENT + line));
    }

    @Override
    public void end(Summary summary) {
        out.println(verdict(summary));
        if (coverage) {
            new CoverageTable(out, style).print(summary.coverage());
        }
        summary.verdict().unmet().forEach(unmet -> out.println(style.red("unmet     ") + PlainText.line(unmet)));
        line("rules", summary.rules().entrySet().stream().map(rule -> rule.getKey() + " x" + rule.getValue()));
        line(
                "coverage",
                summary.coverage().operations().entrySet().stream()
                        .map(entry -> entry.getKey()
                                + ' '
                                + entry.getValue().seen()
                                + '/'
                                + entry.getValue().attributes().size()));
        line("next", FindingText.worstRule(summary).stream().map(rule -> "sentry-ai explain " + rule));
    }

    private String verdict(Summary summary) {
        String text = FindingText.summary(summary);
        if (summary.isClean()) {
            return style.green(text);
        }
        return summary.count(Severity.ERROR) > 0 ? style.red(text) : style.yellow(text);
    }

    private void line(String label, Stream<String> pieces) {
        String text = pieces.collect(Collectors.joining("  "));
        if (!text.isEmpty()) {
            out.println(style.dim(label + " ".repeat(LABEL - label.length())) + text);
        }
    }
}
