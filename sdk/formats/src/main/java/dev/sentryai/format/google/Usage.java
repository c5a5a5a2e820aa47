package dev.sentryai.format.google;

import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one answer, as far as they are known. What tools were asked with stands beside the prompt, and thoughts beside the
 * candidates; what came from the cache is part of the prompt.
 */
final class Usage {

    private @Nullable Long prompt;
    private @Nullable Long toolUse;
    private @Nullable Long cached;
    private @Nullable Long candidates;
    private @Nullable Long thoughts;

    /** Takes in another report. Reports are cumulative, so the newest number counts. */
    void add(Wire usage) {
        prompt = newer(usage.get("promptTokenCount"), prompt);
        toolUse = newer(usage.get("toolUsePromptTokenCount"), toolUse);
        cached = newer(usage.get("cachedContentTokenCount"), cached);
        candidates = newer(usage.get("candidatesTokenCount"), candidates);
        thoughts = newer(usage.get("thoughtsTokenCount"), thoughts);
    }

    private static @Nullable Long newer(Wire count, @Nullable Long known) {
        Number number = count.number();
        return number == null || number.longValue() < 0 ? known : Long.valueOf(number.longValue());
    }

    TokenUsage tokens() {
        return new TokenUsage(sum(prompt, toolUse), sum(candidates, thoughts), cached, null, thoughts, null);
    }

    private static @Nullable Long sum(@Nullable Long count, @Nullable Long other) {
        if (count == null || other == null) {
            return count == null ? other : count;
        }
        return Long.valueOf(count + other);
    }
}
