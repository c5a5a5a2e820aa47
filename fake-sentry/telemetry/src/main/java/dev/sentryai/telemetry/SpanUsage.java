package dev.sentryai.telemetry;

import static dev.sentryai.protocol.GenAiAttributes.USAGE_CACHE_CREATION_INPUT_TOKENS;
import static dev.sentryai.protocol.GenAiAttributes.USAGE_CACHE_READ_INPUT_TOKENS;
import static dev.sentryai.protocol.GenAiAttributes.USAGE_INPUT_TOKENS;
import static dev.sentryai.protocol.GenAiAttributes.USAGE_OUTPUT_TOKENS;
import static dev.sentryai.protocol.GenAiAttributes.USAGE_REASONING_OUTPUT_TOKENS;
import static dev.sentryai.protocol.GenAiAttributes.USAGE_TOTAL_TOKENS;

import dev.sentryai.protocol.OperationType;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.telemetry.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the tokens that a span used, in its attributes or in the measurements of the first AI monitoring SDKs. */
final class SpanUsage {

    private SpanUsage() {}

    static TokenUsage read(SpanRecord span) {
        return new TokenUsage(
                tokens(span, USAGE_INPUT_TOKENS, "ai_prompt_tokens_used"),
                tokens(span, USAGE_OUTPUT_TOKENS, "ai_completion_tokens_used"),
                span.integer(USAGE_CACHE_READ_INPUT_TOKENS).orElse(null),
                span.integer(USAGE_CACHE_CREATION_INPUT_TOKENS).orElse(null),
                span.integer(USAGE_REASONING_OUTPUT_TOKENS).orElse(null),
                tokens(span, USAGE_TOTAL_TOKENS, "ai_total_tokens_used"));
    }

    /** Only calls of models count; what agents report is the sum of the calls inside them. */
    static TokenUsage sum(List<SpanRecord> spans) {
        return spans.stream()
                .filter(span -> span.operationType().equals(Optional.of(OperationType.AI_CLIENT)))
                .map(SpanRecord::usage)
                .reduce(TokenUsage.NONE, TokenUsage::plus);
    }

    private static @Nullable Long tokens(SpanRecord span, String key, String measurement) {
        return span.integer(key)
                .or(() -> {
                    JsonObject measured = span.raw().object("measurements").object(measurement);
                    return Numbers.integer(measured.get("value"));
                })
                .orElse(null);
    }
}
