package dev.sentryai.runtime;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.OperationType;
import dev.sentryai.protocol.TokenUsage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** How token usage stands on a span. */
public final class UsageAttributes {

    private UsageAttributes() {}

    /** Returns the known numbers by attribute, the total included where it is known or follows; zero is known. */
    public static Map<String, Long> of(TokenUsage usage) {
        Map<String, Long> attributes = new LinkedHashMap<>();
        write(usage, attributes::put);
        return attributes;
    }

    /** Returns the usage that is written in attributes; what is missing there or no number is not known. */
    static TokenUsage read(Map<String, Object> attributes) {
        return new TokenUsage(
                get(attributes, GenAiAttributes.USAGE_INPUT_TOKENS),
                get(attributes, GenAiAttributes.USAGE_OUTPUT_TOKENS),
                get(attributes, GenAiAttributes.USAGE_CACHE_READ_INPUT_TOKENS),
                get(attributes, GenAiAttributes.USAGE_CACHE_CREATION_INPUT_TOKENS),
                get(attributes, GenAiAttributes.USAGE_REASONING_OUTPUT_TOKENS),
                get(attributes, GenAiAttributes.USAGE_TOTAL_TOKENS));
    }

    /** Tells whether the span is that of a call to a model and says what was used. */
    static boolean isOn(GenAiSpan span) {
        return OperationType.infer(null, span.op()).equals(Optional.of(OperationType.AI_CLIENT))
                && (span.has(GenAiAttributes.USAGE_INPUT_TOKENS) || span.has(GenAiAttributes.USAGE_OUTPUT_TOKENS));
    }

    private static @Nullable Long get(Map<String, Object> attributes, String key) {
        return attributes.get(key) instanceof Number tokens ? tokens.longValue() : null;
    }

    /** Hands on the known numbers, as {@link #of} returns them. */
    public static void write(TokenUsage usage, BiConsumer<String, ? super Long> sink) {
        put(sink, GenAiAttributes.USAGE_INPUT_TOKENS, usage.input());
        put(sink, GenAiAttributes.USAGE_CACHE_READ_INPUT_TOKENS, usage.cacheRead());
        put(sink, GenAiAttributes.USAGE_CACHE_CREATION_INPUT_TOKENS, usage.cacheCreation());
        put(sink, GenAiAttributes.USAGE_OUTPUT_TOKENS, usage.output());
        put(sink, GenAiAttributes.USAGE_REASONING_OUTPUT_TOKENS, usage.reasoning());
        put(sink, GenAiAttributes.USAGE_TOTAL_TOKENS, usage.totalOrSum().orElse(null));
    }

    /** A negative number is a provider's mistake; it says nothing. */
    private static void put(BiConsumer<String, ? super Long> sink, String key, @Nullable Long tokens) {
        if (tokens != null && tokens >= 0) {
            sink.accept(key, tokens);
        }
    }
}
