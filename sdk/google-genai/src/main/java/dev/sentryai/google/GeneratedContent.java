package dev.sentryai.google;

import com.google.genai.types.Candidate;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponsePromptFeedback;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts an answer together from its chunks; one that is whole has but one. */
final class GeneratedContent implements ResponseReader<Object> {

    private final SortedMap<Integer, GeneratedCandidate> candidates = new TreeMap<>();
    private final Usage usage = new Usage();
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable String blocked;

    @Override
    public void accept(Object chunk) {
        GenerateContentResponse response = (GenerateContentResponse) chunk;
        id = response.responseId().orElse(id);
        model = response.modelVersion().orElse(model);
        response.usageMetadata().ifPresent(usage::add);
        blocked = response.promptFeedback()
                .flatMap(GenerateContentResponsePromptFeedback::blockReason)
                .map(Object::toString)
                .orElse(blocked);
        add(response.candidates().orElse(List.of()));
    }

    private void add(List<Candidate> chunk) {
        for (int i = 0; i < chunk.size(); i++) {
            Candidate candidate = chunk.get(i);
            candidates
                    .computeIfAbsent(candidate.index().orElse(i), unseen -> new GeneratedCandidate())
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
