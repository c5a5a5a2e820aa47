package dev.sentryai.format.openai;

import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.wire.Wire;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the chunks of a streamed chat completion together. Choices are told apart by their index, whatever the order of chunks. */
final class ChatChunks implements ResponseReader<Wire> {

    private final SortedMap<Integer, ChoiceChunks> choices = new TreeMap<>();
    private @Nullable String id;
    private @Nullable String model;
    private TokenUsage usage = TokenUsage.NONE;

    @Override
    public void accept(Wire chunk) {
        id = newer(chunk.get("id"), id);
        model = newer(chunk.get("model"), model);
        Wire told = chunk.get("usage").isPresent()
                ? chunk.get("usage")
                : chunk.get("x_groq").get("usage"); // Groq tells it without being asked, but elsewhere
        if (told.isPresent()) {
            usage = Usage.OF_COMPLETION.read(told);
        }
        for (Wire choice : chunk.get("choices").items()) {
            choices.computeIfAbsent(choice.get("index").intOr(0), index -> new ChoiceChunks())
                    .accept(choice);
        }
    }

    private static @Nullable String newer(Wire candidate, @Nullable String known) {
        String word = candidate.word();
        return word == null ? known : word;
    }

    @Override
    public GenAiResponse response() {
        return GenAiResponse.builder()
                .id(id)
                .model(model)
                .usage(usage)
                .finishReasons(choices.values().stream()
                        .map(ChoiceChunks::finishReason)
                        .filter(Objects::nonNull)
                        .toList())
                .outputMessages(() ->
                        choices.values().stream().map(ChoiceChunks::answer).toList())
                .build();
    }
}
