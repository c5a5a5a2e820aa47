package dev.sentryai.cli.report;

import dev.sentryai.cli.text.Style;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.tree.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding as lines for people. */
record FindingLines(Style style) {

    private static final int LABEL = 9;
    private static final String INDENT = " ".repeat(LABEL);

    /** @param file under which the lines are printed; another file is named */
    List<String> of(Finding finding, String file) {
        List<String> lines = new ArrayList<>();
        lines.add(severity(finding) + finding.rule() + "  " + PlainText.line(finding.message()));
        String other =
                finding.location().file().equals(file) ? "" : finding.location().file() + ", ";
        lines.add(INDENT + style.dim(PlainText.line(other + FindingText.place(finding))));
        add(lines, "expected", finding.expected());
        add(lines, "actual", finding.actual());
        add(lines, "fix", finding.fix());
        return lines;
    }

    private static void add(List<String> lines, String label, @Nullable String text) {
        if (text != null) {
            lines.add(INDENT + padded(label) + ' ' + PlainText.line(text));
        }
    }

    private String severity(Finding finding) {
        String padded = padded(finding.severity().toString());
        return switch (finding.severity()) {
            case ERROR -> style.red(padded);
            case WARNING -> style.yellow(padded);
            case INFO -> style.dim(padded);
        };
    }

    private static String padded(String label) {
        return label + " ".repeat(Math.max(LABEL - label.length(), 0));
    }
}
