package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.protocol.AttributeRegistry;
import dev.sentryai.telemetry.rules.fact.AttributeKey;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.content.ContentKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the conventions make of keys, found out when one is met first: telemetry has the same few dozen again and again. Thread-safe. */
final class AttributeKeys {

    /** More come from someone who makes them up. */
    private static final int MAX_KEYS = 10_000;

    /** No key of the conventions is as long, in bytes or characters. */
    private static final int LONG_KEY = 66;

    private static final String AI = "gen_ai.";

    private final Conventions conventions;
    private final AttributeRegistry registry;
    private final Map<String, AttributeKey> known = new ConcurrentHashMap<>();

    /** By key, the bit of its lookup chain, where that has several names. */
    private final Map<String, Long> chainBit = new HashMap<>();

    /** By name, the bits of the lookup chains in which it stands. */
    private final Map<String, Long> chainBits = new HashMap<>();

    /** By name, what an attribute of that name shows of its span. */
    private final Map<String, Long> spanFacts = new HashMap<>();

    AttributeKeys(Conventions conventions, AttributeRegistry registry) {
        this.conventions = conventions;
        this.registry = registry;
        int chains = 0;
        for (AttributeDefinition definition : registry.all()) {
            if (!definition.isDynamic() && definition.lookupChain().size() > 1) {
                long bit = 1L << chains++; // which begins anew after 64
                chainBit.put(definition.key(), bit);
                definition.lookupChain().forEach(name -> chainBits.merge(name, bit, (one, other) -> one | other));
            }
        }
        for (Fact fact : Fact.values()) {
            fact.keys()
                    .forEach(key -> registry.lookupChain(key)
                            .forEach(name -> spanFacts.merge(name, fact.bit(), (one, other) -> one | other)));
        }
    }

    AttributeKey get(String name) {
        AttributeKey key = known.get(name);
        if (key == null) {
            key = make(name);
            if (known.size() < MAX_KEYS) {
                known.put(name, key);
            }
        }
        return key;
    }

    private AttributeKey make(String name) {
        AttributeDefinition definition = registry.find(name).orElse(null);
        return new AttributeKey(
                name,
                definition,
                definition != null && AttributeSubject.isOfAiVocabulary(name) ? definition.type() : null,
                facts(name, definition),
                spanFacts(name),
                definition == null ? List.of(name) : registry.lookupChain(name),
                chainBit.getOrDefault(name, 0L),
                chainBits.getOrDefault(name, 0L));
    }

    private long facts(String name, @Nullable AttributeDefinition definition) {
        return bit(Fact.UNREGISTERED, definition == null && name.startsWith(AI))
                | bit(Fact.SUFFIX_MISSING, conventions.dynamicKey(name).isPresent())
                | bit(Fact.DEPRECATED, definition != null && definition.isDeprecated())
                | bit(Fact.LEGACY, name.startsWith("ai."))
                | bit(Fact.OUTRANKED, Vocabulary.PREFERRED.containsKey(name))
                | bit(Fact.ODD_KEY, isOdd(name))
                | bit(Fact.RESERVED, name.startsWith("sentry.dsc.") || name.startsWith("sentry.relay."))
                | bit(Fact.COMPUTED, Vocabulary.COMPUTED.contains(name))
                | bit(Fact.ENUMERATED, Vocabulary.ENUMERATED.contains(name))
                | bit(Fact.JSON_TEXT, Vocabulary.JSON_TEXT.contains(name));
    }

    private static boolean isOdd(String name) {
        return name.length() > LONG_KEY
                || name.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isWhitespace(c));
    }

    private long spanFacts(String name) {
        return spanFacts.getOrDefault(name, 0L)
                | bit(Fact.AI_WORK, name.startsWith(AI) && !Vocabulary.INHERITED.contains(name))
                | bit(Fact.USAGE, name.startsWith("gen_ai.usage."))
                | bit(Fact.COST, name.startsWith("gen_ai.cost."))
                | bit(Fact.CONTENT, ContentKind.of(name) != null)
                | bit(
                        Fact.UNREGISTERED,
                        name.startsWith(AI) && registry.find(name).isEmpty())
                | bit(Fact.FOREIGN_CONTENT, Vocabulary.isForeignContent(name))
                | bit(Fact.FOREIGN, !conventions.knowsNamespaceOf(name))
                | bit(Fact.CROWDED, name.length() > LONG_KEY);
    }

    private static long bit(Fact fact, boolean holds) {
        return holds ? fact.bit() : 0;
    }
}
