package dev.sentryai.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The text of a failure: one sentence, the facts, and the span tree, on at most {@value #MAX_LINES} lines. */
final class Report {

    static final int MAX_LINES = 40;

    private static final int LABEL_WIDTH = 10;

    private final List<String> lines = new ArrayList<>();

    Report(String headline) {
        lines.add(headline);
    }

    /** Adds a fact. */
    Report fact(String label, String text) {
        lines.add("  " + label + ':' + " ".repeat(Math.max(1, LABEL_WIDTH - label.length())) + text);
        return this;
    }

    /** Adds both sides of a comparison. */
    Report comparison(Comparison comparison) {
        Comparison excerpt = comparison.excerpt();
        return fact("expected", excerpt.expected()).fact("actual", excerpt.actual());
    }

    /** Adds lines, or as many as leave room for the rest. */
    Report list(List<String> items, int max) {
        items.stream().limit(max).forEach(item -> lines.add("  " + item));
        if (items.size() > max) {
            lines.add("  … and " + (items.size() - max) + " more");
        }
        return this;
    }

    /** The whole text, with a tree in the room that is left. */
    String with(IntFunction<List<String>> tree) {
        List<String> text = new ArrayList<>(lines);
        text.add("");
        text.addAll(tree.apply(MAX_LINES - text.size()));
        return String.join("\n", text);
    }
}
