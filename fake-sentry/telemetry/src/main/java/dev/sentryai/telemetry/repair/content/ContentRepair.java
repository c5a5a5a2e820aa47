package dev.sentryai.telemetry.repair.content;

import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.rules.Finding;
import java.util.HashMap;
import java.util.Map;

/** Puts right what a rule found wrong with the JSON in an attribute of content; leaves alone what it would have to guess. */
@FunctionalInterface
public interface ContentRepair {

    /**
     * Repairs content.
     *
     * @param content the attribute's value, which may be changed: JSON, or a single text where it is none
     * @param finding what is wrong with it
     * @return the same value, or one in its place
     */
    Node repair(Node content, Finding finding);

    /** All repairs, by the id of the rule. */
    static Map<String, ContentRepair> all() {
        Map<String, ContentRepair> all = new HashMap<>();
        all.putAll(MessageRepairs.all());
        all.putAll(PartRepairs.all());
        all.putAll(ShapeRepairs.all());
        all.putAll(TextRepairs.all());
        return Map.copyOf(all);
    }
}
