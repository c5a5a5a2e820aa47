package dev.sentryai.telemetry.repair;

import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.repair.tree.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The edits of one envelope, none of which gets in the way of another one. Used by one thread. */
final class EnvelopeEdits {

    /** A line of JSON in an envelope, or an item's payload. */
    record Part(int item, boolean payload) {
        static final Part HEADER = new Part(Location.HEADER, false);
    }

    private final Map<Part, List<Edit>> edits = new HashMap<>();
    private final Map<Part, Set<Pointer>> taken = new HashMap<>();

    /** Takes an edit, unless one that came before changes the same member. */
    void add(Part part, Edit edit) {
        Set<Pointer> targets = taken.computeIfAbsent(part, any -> new HashSet<>());
        if (edit.targets().stream().noneMatch(targets::contains)) {
            targets.addAll(edit.targets());
            edits.computeIfAbsent(part, any -> new ArrayList<>()).add(edit);
        }
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    List<Edit> of(Part part) {
        return edits.getOrDefault(part, List.of());
    }
}
