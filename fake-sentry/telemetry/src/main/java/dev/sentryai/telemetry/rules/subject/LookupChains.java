package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.protocol.AttributeRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that have had several names, each with a number. It turns the question which of its names an attribute was sent
 * under, which rules ask hundreds of times per span, into one pass over the few attributes that the span has. Immutable.
 */
final class LookupChains {

    /** In place of the number of an attribute that has but one name. */
    static final int ONE_NAME = -1;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** For a name, where it counts and how much: number, rank, number, rank, and so on. */
    private final Map<String, int[]> uses = new HashMap<>();

    private int count;

    LookupChains(AttributeRegistry registry) {
        for (AttributeDefinition definition : registry.all()) {
            if (!definition.isDynamic()) {
                add(definition.key(), registry.lookupChain(definition.key()));
            }
        }
    }

    private void add(String key, List<String> chain) {
        if (chain.size() == 1) {
            numbers.put(key, ONE_NAME);
            return;
        }
        numbers.put(key, count);
        for (int rank = 0; rank < chain.size(); rank++) {
            int[] use = {count, rank};
            uses.merge(chain.get(rank), use, LookupChains::concat);
        }
        count++;
    }

    private static int[] concat(int[] some, int[] more) {
        int[] all = new int[some.length + more.length];
        System.arraycopy(some, 0, all, 0, some.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** The number of the attribute, or {@link #ONE_NAME}; null if it is unknown or if its name has a variable part. */
    @Nullable
    Integer number(String key) {
        return numbers.get(key);
    }

    /** By the numbers of the attributes, how each was sent: under the name that comes first in its chain. */
    @Nullable
    Sent[] resolve(Map<String, @Nullable Object> attributes) {
        Resolution resolution = new Resolution();
        attributes.forEach(resolution);
        return resolution.sent;
    }

    private final class Resolution implements BiConsumer<String, @Nullable Object> {

        private final @Nullable Sent[] sent = new Sent[count];
        private final int[] ranks = new int[count];

        @Override
        public void accept(String key, @Nullable Object value) {
            int[] found = uses.get(key);
            if (value == null || found == null) {
                return;
            }
            Sent candidate = new Sent(key, value);
            for (int i = 0; i < found.length; i += 2) {
                int number = found[i];
                if (sent[number] == null || found[i + 1] < ranks[number]) {
                    sent[number] = candidate;
                    ranks[number] = found[i + 1];
                }
            }
        }
    }
}
