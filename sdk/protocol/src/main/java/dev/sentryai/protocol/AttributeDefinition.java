package dev.sentryai.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the conventions say about an attribute. The values that it may have are in {@link WellKnownValues}.
 *
 * @param key the key; that of a dynamic attribute has {@code <key>} where each span has a word of its own
 * @param type the type of its value
 * @param scrubbing how Sentry protects personal data in it
 * @param visibility who sets it
 * @param inOtel whether OpenTelemetry has it too
 * @param deprecation what replaces it; null when it is in force
 * @param aliases other keys of the same meaning
 * @param lookupChain the keys to read in order when looking for its value: the key itself, then other keys of the same meaning,
 *     deprecated predecessors last, whose values may have an older shape
 */
public record AttributeDefinition(
        String key,
        AttributeType type,
        Scrubbing scrubbing,
        Visibility visibility,
        boolean inOtel,
        @Nullable Deprecation deprecation,
        List<String> aliases,
        List<String> lookupChain) {

    private static final String PLACEHOLDER = "<key>";

    /** Copies the lists. */
    public AttributeDefinition {
        aliases = List.copyOf(aliases);
        lookupChain = List.copyOf(lookupChain);
    }

    /** Tells whether it should not be sent any more. */
    public boolean isDeprecated() {
        return deprecation != null;
    }

    /** Tells whether its key has a part that differs from span to span. */
    public boolean isDynamic() {
        return key.contains(PLACEHOLDER);
    }

    /**
     * Tells whether a key that a span has is one of this attribute: its key, or, if it is dynamic, its key with at least one
     * character in place of {@code <key>}.
     */
    public boolean matches(String sentKey) {
        return isDynamic() ? isInstance(sentKey) : key.equals(sentKey);
    }

    private boolean isInstance(String sentKey) {
        int start = key.indexOf(PLACEHOLDER);
        String end = key.substring(start + PLACEHOLDER.length());
        return sentKey.length() > start + end.length()
                && sentKey.startsWith(key.substring(0, start))
                && sentKey.endsWith(end);
    }

    /** Returns the lookup chain with the word that the sent key has in place of {@code <key>}. */
    List<String> lookupChainOf(String sentKey) {
        if (!isDynamic()) {
            return lookupChain;
        }
        int start = key.indexOf(PLACEHOLDER);
        String word = sentKey.substring(start, sentKey.length() - (key.length() - start - PLACEHOLDER.length()));
        return lookupChain.stream().map(key -> key.replace(PLACEHOLDER, word)).toList();
    }
}
