package dev.sentryai.telemetry.tree;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.tree.SpanTree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds every span's home. Works without recursion, because the depth of a tree comes from outside. */
final class SpanTreeBuilder {

    private static final Comparator<Node> BY_START =
            Comparator.comparing(node -> node.span().startSeconds(), Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<SpanRecord> spans;
    /** Where an id was sent twice, the first span has it. */
    private final Map<String, SpanRecord> byId = new HashMap<>();
    /** The span above; a span without an entry is on top. */
    private final Map<SpanRecord, SpanRecord> homes = new HashMap<>();

    private final Set<SpanRecord> orphans = new HashSet<>();

    SpanTreeBuilder(List<SpanRecord> spans) {
        this.spans = spans;
        for (SpanRecord span : spans) {
            String id = span.spanId();
            if (id != null) {
                byId.putIfAbsent(id, span);
            }
        }
    }

    SpanTree build() {
        spans.forEach(this::findHome);
        cutCycles();
        Map<SpanRecord, Node> nodes = new HashMap<>();
        spans.forEach(span -> nodes.put(span, new Node(span, orphans.contains(span))));
        List<Node> roots = new ArrayList<>();
        spans.forEach(span -> node(nodes, span).addTo(nodes, roots, homes.get(span)));
        nodes.values().forEach(node -> node.sortChildren(BY_START));
        roots.sort(BY_START);
        return new SpanTree(roots);
    }

    private static Node node(Map<SpanRecord, Node> nodes, SpanRecord span) {
        return Objects.requireNonNull(nodes.get(span));
    }

    private void findHome(SpanRecord span) {
        SpanRecord parent = other(span, span.parentSpanId());
        if (parent != null) {
            homes.put(span, parent);
        } else if (span.parentSpanId() != null && !span.segment()) {
            orphans.add(span);
            SpanRecord segment = other(span, span.segmentId());
            if (segment != null) {
                homes.put(span, segment);
            }
        }
    }

    private @Nullable SpanRecord other(SpanRecord span, @Nullable String id) {
        SpanRecord found = id == null ? null : byId.get(id);
        return found == span ? null : found;
    }

    /** Walks up from every span until a span that is known to lead to the top. */
    private void cutCycles() {
        Set<SpanRecord> grounded = new HashSet<>();
        for (SpanRecord span : spans) {
            Set<SpanRecord> path = new HashSet<>();
            SpanRecord above = span;
            while (above != null && !grounded.contains(above) && path.add(above)) {
                above = homes.get(above);
            }
            if (above != null && path.contains(above)) {
                homes.remove(above);
                orphans.add(above);
            }
            grounded.addAll(path);
        }
    }
}
