package dev.sentryai.telemetry.tree;

import dev.sentryai.telemetry.tree.SpanTree.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One line of a printed tree before it is laid out.
 *
 * @param prefix what is drawn in front of the node
 * @param indent what is drawn in front of further lines about the node
 */
record TreeRow(Node node, String prefix, String indent, String op, String subject) {

    /** A tree that is deeper is no longer drawn further to the right, or its size would grow with the square of its depth. */
    private static final int DEEPEST_INDENT = 40;

    /** The rows from top to bottom, found without recursion, because the depth of a tree comes from outside. */
    static List<TreeRow> all(SpanTree tree, Glyphs glyphs) {
        List<TreeRow> rows = new ArrayList<>();
        Deque<Pending> pending = new ArrayDeque<>();
        push(pending, tree.roots(), "", 0);
        while (!pending.isEmpty()) {
            Pending next = pending.pop();
            Node node = next.node();
            rows.add(new TreeRow(
                    node,
                    next.indent() + glyphs.branch(next.last()),
                    next.indent()
                            + glyphs.below(next.last())
                            + glyphs.below(node.children().isEmpty()),
                    SpanText.op(node.span()),
                    SpanText.subject(node.span())));
            String indent = next.depth() < DEEPEST_INDENT ? next.indent() + glyphs.below(next.last()) : next.indent();
            push(pending, node.children(), indent, next.depth() + 1);
        }
        return rows;
    }

    /** How many columns the label takes. */
    int width() {
        int gap = subject.isEmpty() ? 0 : 2;
        return prefix.length() + columns(op) + gap + columns(subject);
    }

    private static int columns(String text) {
        return text.codePointCount(0, text.length());
    }

    /** In reverse, because what is pushed last is popped first. */
    private static void push(Deque<Pending> pending, List<Node> nodes, String indent, int depth) {
        for (int index = nodes.size() - 1; index >= 0; index--) {
            pending.push(new Pending(nodes.get(index), indent, index == nodes.size() - 1, depth));
        }
    }

    private record Pending(Node node, String indent, boolean last, int depth) {}
}
