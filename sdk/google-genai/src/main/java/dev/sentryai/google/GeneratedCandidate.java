package dev.sentryai.google;

import com.google.genai.types.Candidate;
import com.google.genai.types.Content;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts one of an answer's alternatives together from its chunks. */
final class GeneratedCandidate {

    private final List<com.google.genai.types.Part> parts = new ArrayList<>();
    private @Nullable String finishReason;
    private @Nullable String explanation;

    void add(Candidate chunk) {
        chunk.content().flatMap(Content::parts).ifPresent(parts::addAll);
        finishReason = chunk.finishReason().map(Object::toString).orElse(finishReason);
        explanation = chunk.finishMessage().orElse(explanation);
    }

    Optional<String> finishReason() {
        return Optional.ofNullable(finishReason);
    }

    /** Returns what the model said, or why it said nothing; empty if neither is known. */
    Optional<Message> message() {
        List<Part> said = Parts.of(parts);
        if (said.isEmpty() && explanation != null) {
            said = List.of(new Part.Text(explanation));
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(new Message("assistant", said, null, finishReason));
    }
}
