package dev.sentryai.telemetry.tree;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.Trace;
import dev.sentryai.telemetry.tree.SpanTree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints traces as trees, one line per span: op, agent, model or tool, duration, tokens and status, in columns. Text from telemetry is
 * freed of control characters. Immutable and thread-safe.
 *
 * @param glyphs what the tree is drawn with
 * @param decoration how pieces of text are decorated
 */
public record SpanTreePrinter(Glyphs glyphs, Decoration decoration) {

    /** Unicode and no decoration. */
    public static final SpanTreePrinter PLAIN = new SpanTreePrinter(Glyphs.UNICODE, Decoration.NONE);

    /** Longer labels push their own columns to the right instead of everybody's. */
    private static final int WIDEST_LABEL = 64;

    private static final int DURATION_WIDTH = 10;
    private static final int SHORT_ID = 8;

    /**
     * Prints every trace.
     *
     * @param telemetry what was captured
     * @return lines that each end with LF, none if there are no spans
     */
    public String print(Telemetry telemetry) {
        return telemetry.traces().stream().map(this::print).collect(Collectors.joining());
    }

    /**
     * Prints one trace: a line about the whole of it, then its trees.
     *
     * @param trace what was captured of it
     * @return lines that each end with LF
     */
    public String print(Trace trace) {
        return print(trace, SpanTree.of(trace), TreeRemarks.NONE);
    }

    /**
     * Prints one trace, or a part of it, with remarks.
     *
     * @param trace what was captured of it
     * @param tree its spans, or those of them that are to be shown
     * @param remarks what to say beside and below
     * @return lines that each end with LF
     */
    public String print(Trace trace, SpanTree tree, TreeRemarks remarks) {
        StringBuilder text = new StringBuilder(header(trace, remarks.beside(trace))).append('\n');
        List<TreeRow> rows = TreeRow.all(tree, glyphs);
        int width = rows.stream()
                .mapToInt(TreeRow::width)
                .filter(w -> w <= WIDEST_LABEL)
                .max()
                .orElse(0);
        for (TreeRow row : rows) {
            text.append(line(row, width, remarks.beside(row.node().span()))).append('\n');
            for (String remark : remarks.below(row.node().span())) {
                text.append(decoration.apply(TextRole.GLYPH, row.indent()))
                        .append(remark)
                        .append('\n');
            }
        }
        return text.toString();
    }

    private String header(Trace trace, List<String> remarks) {
        List<String> pieces = new ArrayList<>();
        String id = trace.traceId() == null ? "without id" : PlainText.line(trace.traceId());
        pieces.add(decoration.apply(TextRole.TRACE, "trace " + id.substring(0, Math.min(id.length(), SHORT_ID))));
        trace.root().ifPresent(root -> {
            add(pieces, TextRole.TRACE, PlainText.line(String.valueOf(root.name())));
            add(pieces, TextRole.DURATION, SpanText.duration(root));
        });
        add(pieces, TextRole.TOKENS, SpanText.tokens(trace.usage()));
        pieces.addAll(remarks);
        return String.join("  ", pieces);
    }

    private String line(TreeRow row, int width, List<String> remarks) {
        SpanRecord span = row.node().span();
        String duration = SpanText.duration(span);
        String gap = " ".repeat(Math.max(width - row.width(), 0) + Math.max(DURATION_WIDTH - duration.length(), 0));
        List<String> pieces = new ArrayList<>();
        pieces.add(label(row) + gap);
        add(pieces, TextRole.DURATION, duration);
        add(pieces, TextRole.TOKENS, SpanText.tokens(span.usage()));
        pieces.addAll(remarks);
        String status = SpanText.status(span);
        add(pieces, status.equals("ok") ? TextRole.STATUS_OK : TextRole.STATUS_ERROR, status);
        add(pieces, TextRole.ORPHAN, orphan(row.node()));
        return String.join("  ", pieces);
    }

    private String label(TreeRow row) {
        String prefix = row.prefix().isEmpty() ? "" : decoration.apply(TextRole.GLYPH, row.prefix());
        String op = decoration.apply(TextRole.OP, row.op());
        return row.subject().isEmpty()
                ? prefix + op
                : prefix + op + "  " + decoration.apply(TextRole.SUBJECT, row.subject());
    }

    private static String orphan(Node node) {
        return node.isOrphan()
                ? "(parent " + PlainText.line(String.valueOf(node.span().parentSpanId())) + " not found)"
                : "";
    }

    private void add(List<String> pieces, TextRole role, String text) {
        if (!text.isEmpty()) {
            pieces.add(decoration.apply(role, text));
        }
    }
}
