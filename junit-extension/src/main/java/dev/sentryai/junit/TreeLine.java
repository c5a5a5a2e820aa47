package dev.sentryai.junit;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.Trace;
import dev.sentryai.telemetry.tree.SpanTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A span and how deep it stands in the tree of its trace.
 *
 * @param depth 0 on top
 * @param span the span
 */
record TreeLine(int depth, SpanRecord span) {

    /** Every span from top to bottom, trace by trace, as the span tree is printed. */
    static List<TreeLine> all(Telemetry telemetry) {
        return telemetry.traces().stream().flatMap(trace -> all(trace).stream()).toList();
    }

    /** Found without recursion, because the depth of a tree comes from outside. */
    static List<TreeLine> all(Trace trace) {
        List<TreeLine> lines = new ArrayList<>();
        Deque<Pending> pending = new ArrayDeque<>();
        push(pending, SpanTree.of(trace).roots(), 0);
        while (!pending.isEmpty()) {
            Pending next = pending.pop();
            lines.add(new TreeLine(next.depth(), next.node().span()));
            push(pending, next.node().children(), next.depth() + 1);
        }
        return lines;
    }

    /** In reverse, because what is pushed last is popped first. */
    private static void push(Deque<Pending> pending, List<SpanTree.Node> nodes, int depth) {
        for (int index = nodes.size() - 1; index >= 0; index--) {
            pending.push(new Pending(nodes.get(index), depth));
        }
    }

    private record Pending(SpanTree.Node node, int depth) {}
}
