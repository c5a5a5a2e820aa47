package dev.sentryai.telemetry.tree;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one trace as trees. Every span stands in exactly one place: under its parent; if that was not captured, as an orphan
 * under its segment or else on top. Siblings are ordered by start. Of spans that are each other's ancestors, one is
 * put on top as an orphan.
 */
public final class SpanTree {

    private final List<Node> roots;

    SpanTree(List<Node> roots) {
        this.roots = Collections.unmodifiableList(roots);
    }

    /**
     * Arranges the spans of a trace.
     *
     * @param trace any trace
     * @return its trees
     */
    public static SpanTree of(Trace trace) {
        return new SpanTreeBuilder(trace.spans()).build();
    }

    /**
     * The spans on top.
     *
     * @return an immutable list, ordered by start
     */
    public List<Node> roots() {
        return roots;
    }

    /**
     * The same tree without what nobody wants to see.
     *
     * @param wanted which spans to keep; what is above one of them is kept, too
     * @return a new tree
     */
    public SpanTree keeping(Predicate<SpanRecord> wanted) {
        List<Node> nodes = nodesByDepth();
        Set<Node> kept = new HashSet<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (wanted.test(node.span) || !Collections.disjoint(kept, node.children)) {
                kept.add(node);
            }
        }
        Map<Node, Node> copies = new HashMap<>();
        nodes.forEach(node -> copies.put(node, new Node(node.span, node.orphan)));
        nodes.forEach(node -> node.children.stream()
                .filter(kept::contains)
                .forEach(child -> copy(copies, node).children.add(copy(copies, child))));
        return new SpanTree(roots.stream()
                .filter(kept::contains)
                .map(node -> copy(copies, node))
                .toList());
    }

    private static Node copy(Map<Node, Node> copies, Node node) {
        return Objects.requireNonNull(copies.get(node));
    }

    /** Without recursion, because the depth of a tree comes from outside. */
    private List<Node> nodesByDepth() {
        List<Node> nodes = new ArrayList<>(roots);
        for (int i = 0; i < nodes.size(); i++) {
            nodes.addAll(nodes.get(i).children);
        }
        return nodes;
    }

    /** One span and what is below it. */
    public static final class Node {

        private final SpanRecord span;
        private final boolean orphan;
        private final List<Node> children = new ArrayList<>();

        Node(SpanRecord span, boolean orphan) {
            this.span = span;
            this.orphan = orphan;
        }

        /**
         * The span.
         *
         * @return never null
         */
        public SpanRecord span() {
            return span;
        }

        /**
         * Whether the span names a parent that was not captured, or one that is also its descendant.
         *
         * @return false for a segment, whose parent is in another process
         */
        public boolean isOrphan() {
            return orphan;
        }

        /**
         * The spans directly below.
         *
         * @return an immutable list, ordered by start
         */
        public List<Node> children() {
            return Collections.unmodifiableList(children);
        }

        void addTo(Map<SpanRecord, Node> nodes, List<Node> roots, @Nullable SpanRecord home) {
            Node above = home == null ? null : nodes.get(home);
            (above == null ? roots : above.children).add(this);
        }

        void sortChildren(Comparator<Node> order) {
            children.sort(order);
        }
    }
}
