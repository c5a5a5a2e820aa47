package dev.sentryai.format.openai;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import org.jspecify.annotations.Nullable;

/** Puts together one tool call of a streamed chat completion. */
final class ToolCallChunks {

    private @Nullable String id;
    private @Nullable String name;
    private final StringBuilder arguments = new StringBuilder();

    void accept(Wire idChunk, Wire function) {
        id = id == null ? idChunk.word() : id;
        name = name == null ? function.get("name").word() : name;
        arguments.append(function.get("arguments").textOrEmpty());
    }

    Part call() {
        return Part.toolCall(id, name == null ? "" : name, arguments.isEmpty() ? null : arguments.toString());
    }
}
