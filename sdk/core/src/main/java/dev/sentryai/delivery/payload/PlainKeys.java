package dev.sentryai.delivery.payload;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.protocol.AttributeRegistry;
import dev.sentryai.protocol.ConventionsVersion;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Attribute keys that are known to be in JSON as they are: looking for them is faster than looking at their characters. */
final class PlainKeys {

    private static final Set<String> KNOWN = AttributeRegistry.of(ConventionsVersion.newest()).all().stream()
            .map(AttributeDefinition::key)
            .filter(key -> JsonLength.endOfPlain(key, 0) == key.length())
            .collect(Collectors.toCollection(HashSet::new));

    private PlainKeys() {}

    static boolean contains(String key) {
        return KNOWN.contains(key);
    }
}
