package dev.sentryai.format.cohere;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;

/** Puts one part of a streamed message together: a text, or what the model thought. */
final class ContentEvents {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder thinking = new StringBuilder();

    void accept(Wire content) {
        text.append(content.get("text").textOrEmpty());
        thinking.append(content.get("thinking").textOrEmpty());
    }

    /** Returns the part; nothing as long as it is empty. */
    List<Part> soFar() {
        List<Part> parts = new ArrayList<>();
        if (!thinking.isEmpty()) {
            parts.add(new Part.Reasoning(thinking.toString()));
        }
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text.toString()));
        }
        return parts;
    }
}
