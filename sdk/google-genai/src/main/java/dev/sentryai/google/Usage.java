package dev.sentryai.google;

import com.google.genai.types.EmbedContentResponse;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import dev.sentryai.protocol.TokenUsage;
import java.util.List;
import java.util.Optional;
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
    void add(GenerateContentResponseUsageMetadata usage) {
        prompt = newer(usage.promptTokenCount(), prompt);
        toolUse = newer(usage.toolUsePromptTokenCount(), toolUse);
        cached = newer(usage.cachedContentTokenCount(), cached);
        candidates = newer(usage.candidatesTokenCount(), candidates);
        thoughts = newer(usage.thoughtsTokenCount(), thoughts);
    }

    /** Returns what embedding took, which only Vertex AI tells, for each text. */
    static TokenUsage of(EmbedContentResponse response) {
        List<Long> counts = response.embeddings().orElse(List.of()).stream()
                .flatMap(embedding -> embedding.statistics().stream())
                .flatMap(statistics -> statistics.tokenCount().stream())
                .map(count -> (long) Math.max(0, count))
                .toList();
        long input = counts.stream().mapToLong(Long::longValue).sum();
        return counts.isEmpty()
                ? TokenUsage.NONE
                : TokenUsage.builder().input(input).build();
    }

    private static @Nullable Long newer(Optional<Integer> count, @Nullable Long known) {
        return count.filter(number -> number >= 0).map(Integer::longValue).orElse(known);
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
