package dev.sentryai.cli.text;

import dev.sentryai.cli.explain.Explanation;
import dev.sentryai.telemetry.tree.PlainText;
import java.io.PrintWriter;

/**
 * Prints explanations for people.
 *
 * @param out where to; neither flushed nor closed
 * @param style how
 */
public record ExplanationText(PrintWriter out, Style style) {

    private static final int LABEL = 12;

    /**
     * Prints one.
     *
     * @param explanation any
     */
    public void print(Explanation explanation) {
        out.println(style.bold(explanation.name()) + "  " + style.dim(explanation.kind()));
        for (Explanation.Fact fact : explanation.facts()) {
            String label = "  " + fact.label()
                    + " ".repeat(Math.max(LABEL - fact.label().length(), 1));
            for (String line : fact.lines()) {
                out.println(style.cyan(label) + PlainText.line(line));
                label = " ".repeat(LABEL + 2);
            }
        }
    }
}
