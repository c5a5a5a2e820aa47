package dev.sentryai.cli.text;

import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.tree.PlainText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints findings for people: by file, by span, and in the end how many there are. */
public final class FindingsText {

    private static final String INDENT = " ".repeat(23);

    private final PrintWriter out;
    private final Style style;

    /**
     * Prepares printing.
     *
     * @param out where to; neither flushed nor closed
     * @param style how
     */
    public FindingsText(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    /**
     * Prints all findings and the summary.
     *
     * @param findings ordered by file
     * @param counts of files, envelopes, spans, ai_spans, errors, warnings and infos
     */
    public void print(List<Finding> findings, Map<String, Integer> counts) {
        Map<String, List<Finding>> byFile = findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.location().file(), LinkedHashMap::new, Collectors.toList()));
        byFile.forEach(this::printFile);
        out.println(summary(byFile.size(), counts));
        if (!findings.isEmpty()) {
            out.println(style.dim("rules  ") + rules(findings));
        }
    }

    private void printFile(String file, List<Finding> findings) {
        out.println(style.bold(PlainText.line(file)));
        String subject = "";
        for (Finding finding : findings) {
            String next = subject(finding);
            if (!next.equals(subject)) {
                out.println("  " + style.cyan(next));
                subject = next;
            }
            printFinding(finding);
        }
        out.println();
    }

    private static String subject(Finding finding) {
        if (finding.location().span() == null) {
            return finding.location().item() < 0
                    ? "envelope"
                    : "item " + finding.location().item();
        }
        String id = finding.spanId() == null ? "no id" : finding.spanId();
        return PlainText.line("span " + id + (finding.spanName().isEmpty() ? "" : "  " + finding.spanName()));
    }

    private void printFinding(Finding finding) {
        out.println("    " + severity(finding) + finding.rule() + "  " + PlainText.line(finding.message()));
        out.println(INDENT + style.dim(place(finding)));
        if (finding.expected() != null) {
            out.println(INDENT + "expected  " + PlainText.line(finding.expected()));
        }
        if (finding.actual() != null) {
            out.println(INDENT + "actual    " + PlainText.line(finding.actual()));
        }
        if (finding.fix() != null) {
            out.println(INDENT + "fix       " + PlainText.line(finding.fix()));
        }
    }

    private String severity(Finding finding) {
        String padded = String.format("%-9s", finding.severity());
        return switch (finding.severity()) {
            case ERROR -> style.red(padded);
            case WARNING -> style.yellow(padded);
            case INFO -> style.dim(padded);
        };
    }

    private static String place(Finding finding) {
        Location location = finding.location();
        StringBuilder place = new StringBuilder();
        place.append(location.item() < 0 ? "header" : "item " + location.item());
        if (location.span() != null) {
            place.append(", span ").append(location.span());
        }
        if (finding.offset() != null) {
            place.append(", byte ").append(finding.offset());
        }
        if (finding.attribute() != null) {
            place.append("  ").append(PlainText.line(finding.attribute()));
        }
        if (finding.pointer() != null) {
            place.append("  ").append(PlainText.line(finding.pointer()));
        }
        return place.toString();
    }

    private String summary(int filesWithFindings, Map<String, Integer> counts) {
        String scope = Count.of(counts.getOrDefault("envelopes", 0), "envelope") + ", "
                + Count.of(counts.getOrDefault("spans", 0), "span") + ", "
                + Count.of(counts.getOrDefault("ai_spans", 0), "AI span");
        String files = Count.of(counts.getOrDefault("files", 0), "file");
        if (filesWithFindings == 0) {
            return style.green("No findings") + " in " + files + " (" + scope + ")";
        }
        return style.bold(Count.of(counts.getOrDefault("errors", 0), "error") + ", "
                        + Count.of(counts.getOrDefault("warnings", 0), "warning") + ", "
                        + Count.of(counts.getOrDefault("infos", 0), "info"))
                + " in " + filesWithFindings + " of " + files + " (" + scope + ")";
    }

    private static String rules(List<Finding> findings) {
        Map<String, Long> byRule =
                findings.stream().collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
        return byRule.entrySet().stream()
                .map(rule -> rule.getKey() + " x" + rule.getValue())
                .collect(Collectors.joining("  "));
    }
}
