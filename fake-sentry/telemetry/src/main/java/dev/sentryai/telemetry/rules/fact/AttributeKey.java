package dev.sentryai.telemetry.rules.fact;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.protocol.AttributeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a key tells, whatever the value.
 *
 * @param name the key as sent
 * @param definition what the conventions say about it; null if they do not have it
 * @param judgedType the type that a value must have; null if the conventions do not say, or if it is the official SDKs' business
 * @param facts about an attribute under this key
 * @param spanFacts about a span that has such an attribute
 * @param lookupChain the names under which the attribute may have been sent, the key itself first
 * @param chainBit stands for the lookup chain; another chain may have the same
 * @param chainBits of all lookup chains in which the key stands
 */
public record AttributeKey(
        String name,
        @Nullable AttributeDefinition definition,
        @Nullable AttributeType judgedType,
        long facts,
        long spanFacts,
        List<String> lookupChain,
        long chainBit,
        long chainBits) {

    /** The type in the registry; null if the conventions do not have the key. */
    public @Nullable AttributeType registeredType() {
        return definition == null ? null : definition.type();
    }

    /** Whether a fact holds for every attribute under this key. */
    public boolean shows(Fact fact) {
        return (facts & fact.bit()) != 0;
    }
}
