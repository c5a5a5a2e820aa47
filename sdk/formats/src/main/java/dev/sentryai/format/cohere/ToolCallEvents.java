package dev.sentryai.format.cohere;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import org.jspecify.annotations.Nullable;

/** Puts one tool call of a streamed message together. */
final class ToolCallEvents {

    private @Nullable String id;
    private String name = "";
    private final StringBuilder arguments = new StringBuilder();

    /** Takes in the beginning of a call, which has an id and a name, or more of its arguments. */
    void accept(Wire call) {
        Wire function = call.get("function");
        id = call.get("id").isPresent() ? call.get("id").text() : id;
        name = name + function.get("name").textOrEmpty();
        arguments.append(function.get("arguments").textOrEmpty());
    }

    /** Returns the call; its arguments are JSON text that may end too early. */
    Part soFar() {
        return Part.toolCall(id, name, arguments.toString());
    }
}
