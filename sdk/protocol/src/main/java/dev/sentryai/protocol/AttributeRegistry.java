package dev.sentryai.protocol;

import dev.sentryai.protocol.DataFile.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one version of the conventions: all of {@code gen_ai.*}, {@code ai.*} and {@code mcp.*}, and the others that
 * gen_ai spans commonly carry. Immutable and thread-safe; loaded when first asked for.
 */
public final class AttributeRegistry {

    private static final PerVersion<AttributeRegistry> REGISTRIES = new PerVersion<>(AttributeRegistry::new);

    private final Map<String, AttributeDefinition> definitions = new LinkedHashMap<>();
    private final List<AttributeDefinition> dynamic = new ArrayList<>();
    private final Map<String, UnregisteredAttribute> unregistered = new LinkedHashMap<>();

    private AttributeRegistry(ConventionsVersion version) {
        for (Row row : DataFile.rows("attributes", version)) {
            AttributeDefinition definition = definition(row);
            definitions.put(definition.key(), definition);
            if (definition.isDynamic()) {
                dynamic.add(definition);
            }
        }
        for (Row row : DataFile.rows("unregistered-attributes", version)) {
            unregistered.put(row.text(0), unregistered(row));
        }
    }

    /** Returns the registry of that version. */
    public static AttributeRegistry of(ConventionsVersion version) {
        return REGISTRIES.get(version);
    }

    /**
     * Returns what the conventions say about the key that a span has; empty if they do not have it. A key such as
     * {@code gen_ai.prompt.variable.city} finds the dynamic attribute that it is an instance of.
     */
    public Optional<AttributeDefinition> find(String key) {
        AttributeDefinition definition = definitions.get(key);
        if (definition != null) {
            return Optional.of(definition);
        }
        return dynamic.stream().filter(candidate -> candidate.matches(key)).findFirst();
    }

    /** Returns what is known about a key that the conventions do not have; empty if nothing is, or if they have it. */
    public Optional<UnregisteredAttribute> findUnregistered(String key) {
        return Optional.ofNullable(unregistered.get(key));
    }

    /**
     * Returns the keys to read in order when looking for the attribute's value: the key itself first, deprecated predecessors last,
     * whose values may have an older shape. Of a key that the conventions do not have, the key alone.
     */
    public List<String> lookupChain(String key) {
        return find(key).map(definition -> definition.lookupChainOf(key)).orElse(List.of(key));
    }

    /** Returns all definitions, sorted by key. */
    public Collection<AttributeDefinition> all() {
        return Collections.unmodifiableCollection(definitions.values());
    }

    private static AttributeDefinition definition(Row row) {
        String key = row.text(0);
        List<String> lookupChain = new ArrayList<>(List.of(key));
        lookupChain.addAll(row.words(8));
        return new AttributeDefinition(
                key,
                AttributeType.parse(row.text(1)),
                row.constant(2, Scrubbing.class),
                row.constant(3, Visibility.class),
                row.isPresent(4),
                deprecation(row),
                row.words(7),
                lookupChain);
    }

    private static @Nullable Deprecation deprecation(Row row) {
        return row.isPresent(5) ? new Deprecation(row.optional(6), row.constant(5, Deprecation.Status.class)) : null;
    }

    private static UnregisteredAttribute unregistered(Row row) {
        return new UnregisteredAttribute(
                row.text(0), row.constant(1, UnregisteredAttribute.Source.class), row.optional(2));
    }
}
