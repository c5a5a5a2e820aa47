package dev.sentryai.format.google;

import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts an answer together from its chunks; one that is whole has but one, or a list of all where it was streamed as a list. */
final class GeneratedContent implements ResponseReader<Wire> {

    private final SortedMap<Integer, GeneratedCandidate> candidates = new TreeMap<>();
    private final Usage usage = new Usage();
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable String blocked;

    @Override
    public void accept(Wire chunk) {
        if (chunk.isList()) {
            chunk.items().forEach(this::accept);
            return;
        }
        id = newer(chunk.get("responseId"), id);
        model = newer(chunk.get("modelVersion"), model);
        usage.add(chunk.get("usageMetadata"));
        blocked = newer(chunk.get("promptFeedback").get("blockReason"), blocked);
        add(chunk.get("candidates").items());
    }

    private static @Nullable String newer(Wire candidate, @Nullable String known) {
        String word = candidate.word();
        return word == null ? known : word;
    }

    private void add(List<Wire> chunk) {
        for (int i = 0; i < chunk.size(); i++) {
            Wire candidate = chunk.get(i);
            candidates
                    .computeIfAbsent(candidate.get("index").intOr(i), unseen -> new GeneratedCandidate())
                    .add(candidate);
        }
    }

    @Override
    public GenAiResponse response() {
        return GenAiResponse.builder()
                .id(id)
                .model(model)
                .usage(usage.tokens())
                .finishReasons(finishReasons())
                .outputMessages(this::messages)
                .build();
    }

    /** A prompt that is blocked has no candidates; why it was blocked is why nothing came. */
    private List<String> finishReasons() {
        if (candidates.isEmpty() && blocked != null) {
            return List.of(blocked);
        }
        return candidates.values().stream()
                .flatMap(candidate -> candidate.finishReason().stream())
                .toList();
    }

    private List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        candidates.values().forEach(candidate -> candidate.message().ifPresent(messages::add));
        return messages;
    }
}
