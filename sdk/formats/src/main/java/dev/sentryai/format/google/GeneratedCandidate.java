package dev.sentryai.format.google;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts one of an answer's alternatives together from its chunks. */
final class GeneratedCandidate {

    private final List<Wire> parts = new ArrayList<>();
    private @Nullable String finishReason;
    private @Nullable String explanation;

    void add(Wire chunk) {
        parts.addAll(chunk.get("content").get("parts").items());
        finishReason = newer(chunk.get("finishReason"), finishReason);
        explanation = newer(chunk.get("finishMessage"), explanation);
    }

    private static @Nullable String newer(Wire candidate, @Nullable String known) {
        String word = candidate.word();
        return word == null ? known : word;
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
