package dev.sentryai.telemetry.relay;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.protocol.AttributeRegistry;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.Deprecation;
import java.util.TreeSet;

/** Copies or moves what stands under deprecated names to the names in force; what stands there already always wins. */
final class DeprecatedNames {

    private static final AttributeRegistry REGISTRY = AttributeRegistry.of(ConventionsVersion.newest());

    private DeprecatedNames() {}

    /** In the order of the keys, as Relay keeps attributes sorted. */
    static void apply(Draft draft) {
        for (String key : new TreeSet<>(draft.attributes().keySet())) {
            REGISTRY.find(key)
                    .filter(definition -> !definition.isDynamic())
                    .map(AttributeDefinition::deprecation)
                    .ifPresent(deprecation -> apply(draft, key, deprecation));
        }
    }

    private static void apply(Draft draft, String key, Deprecation deprecation) {
        String replacement = deprecation.replacement();
        Object value = draft.get(key);
        if (replacement == null || value == null) {
            return;
        }
        boolean copies = deprecation.status() == Deprecation.Status.BACKFILL;
        boolean moves = deprecation.status() == Deprecation.Status.NORMALIZE;
        boolean isThere = draft.has(replacement);
        if ((copies || moves) && !isThere) {
            draft.set(copies ? ChangeKind.COPIED : ChangeKind.MOVED, replacement, value, "from " + key);
        }
        if (moves) {
            draft.remove(ChangeKind.MOVED, key, isThere ? replacement + " is there already" : "now " + replacement);
        }
    }
}
