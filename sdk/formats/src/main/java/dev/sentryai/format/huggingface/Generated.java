package dev.sentryai.format.huggingface;

import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what was generated: texts with their details, or token by token until the last one brings both. */
final class Generated implements ResponseReader<Wire> {

    /** @param finishReason null as long as it is not known */
    private record Text(String content, @Nullable String finishReason) {

        static Text of(String content, Wire details) {
            return new Text(content, details.get("finish_reason").word());
        }

        Message message() {
            return Message.assistant(content).withFinishReason(finishReason);
        }
    }

    private final StringBuilder begun = new StringBuilder();
    private final List<Text> texts = new ArrayList<>();
    private @Nullable Long inputTokens;
    private @Nullable Long outputTokens;

    @Override
    public void accept(Wire textOrToken) {
        Wire token = textOrToken.get("token");
        if (token.isPresent() && !Boolean.TRUE.equals(token.get("special").plain())) {
            begun.append(token.get("text").textOrEmpty());
        }
        Wire details = textOrToken.get("details");
        String whole = textOrToken.get("generated_text").text();
        if (whole != null) {
            texts.add(Text.of(whole, details));
            begun.setLength(0);
        }
        count(details);
        for (Wire other : details.get("best_of_sequences").items()) {
            texts.add(Text.of(other.get("generated_text").textOrEmpty(), other));
            outputTokens = sum(outputTokens, other.get("generated_tokens"));
        }
    }

    private void count(Wire details) {
        outputTokens = sum(outputTokens, details.get("generated_tokens"));
        int prefill = details.get("prefill").items().size();
        inputTokens = prefill > 0 ? Long.valueOf(prefill) : sum(inputTokens, details.get("input_length"));
    }

    private static @Nullable Long sum(@Nullable Long known, Wire count) {
        Number more = count.number();
        if (more == null || more.longValue() < 0) {
            return known;
        }
        return known == null ? more.longValue() : known + more.longValue();
    }

    @Override
    public GenAiResponse response() {
        List<Text> all = new ArrayList<>(texts);
        if (begun.length() > 0) {
            all.add(new Text(begun.toString(), null));
        }
        return GenAiResponse.builder()
                .usage(usage())
                .finishReasons(all.stream()
                        .map(Text::finishReason)
                        .filter(Objects::nonNull)
                        .toList())
                .outputMessages(() -> all.stream().map(Text::message).toList())
                .build();
    }

    private TokenUsage usage() {
        TokenUsage.Builder usage = TokenUsage.builder();
        if (inputTokens != null) {
            usage.input(inputTokens);
        }
        if (outputTokens != null) {
            usage.output(outputTokens);
        }
        return usage.build();
    }
}
