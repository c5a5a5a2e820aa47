package dev.sentryai.cli.report;

import dev.sentryai.cli.check.Coverage;
import dev.sentryai.cli.text.Style;
import java.io.PrintWriter;

/**
 * Prints which attributes were seen how often, by operation.
 *
 * @param out where to; neither flushed nor closed
 * @param style how
 */
record CoverageTable(PrintWriter out, Style style) {

    private static final int KEY = 44;

    void print(Coverage coverage) {
        coverage.operations().forEach((operation, counts) -> {
            out.println();
            out.println(style.bold(operation) + "  " + counts.seen() + " of "
                    + counts.attributes().size() + " attributes on " + counts.spans() + " spans");
            counts.attributes().forEach((key, count) -> print(key, count, counts.spans()));
        });
    }

    private void print(String key, int count, int spans) {
        String line = "  " + key + " ".repeat(Math.max(KEY - key.length(), 1))
                + String.format("%6d  %3d %%", count, Math.round(100.0 * count / spans));
        out.println(count == 0 ? style.yellow(line) : line);
    }
}
