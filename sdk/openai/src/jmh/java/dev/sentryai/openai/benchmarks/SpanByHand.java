package dev.sentryai.openai.benchmarks;

import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.completions.CompletionUsage;
import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import io.sentry.ISpan;
import io.sentry.SpanOptions;
import io.sentry.SpanStatus;
import java.util.function.Supplier;

/** The span that AI monitoring makes of a call, as one would write it with the Sentry SDK alone. */
final class SpanByHand {

    private SpanByHand() {}

    static ChatCompletion around(ISpan parent, Supplier<ChatCompletion> call) {
        SpanOptions options = new SpanOptions();
        options.setOrigin("auto.ai.openai");
        ISpan span = parent.startChild("gen_ai.chat", "chat gpt-4o", options);
        span.setData(GenAiAttributes.OPERATION_NAME, "chat");
        span.setData(GenAiAttributes.PROVIDER_NAME, "openai");
        span.setData(GenAiAttributes.REQUEST_MODEL, "gpt-4o");
        span.setData(GenAiAttributes.REQUEST_TEMPERATURE, 0.5);
        span.setData(CommonAttributes.SERVER_ADDRESS, "127.0.0.1");
        span.setData(CommonAttributes.SERVER_PORT, 1);
        ChatCompletion answer = call.get();
        span.setData(GenAiAttributes.RESPONSE_ID, answer.id());
        span.setData(GenAiAttributes.RESPONSE_MODEL, answer.model());
        span.setData(
                GenAiAttributes.RESPONSE_FINISH_REASONS,
                "[\"" + answer.choices().get(0).finishReason() + "\"]");
        answer.usage().ifPresent(usage -> add(span, usage));
        span.finish(SpanStatus.OK);
        return answer;
    }

    private static void add(ISpan span, CompletionUsage usage) {
        span.setData(GenAiAttributes.USAGE_INPUT_TOKENS, usage.promptTokens());
        span.setData(GenAiAttributes.USAGE_OUTPUT_TOKENS, usage.completionTokens());
        span.setData(GenAiAttributes.USAGE_TOTAL_TOKENS, usage.totalTokens());
    }
}
