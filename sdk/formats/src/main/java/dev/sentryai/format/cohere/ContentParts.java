package dev.sentryai.format.cohere;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Map;

/** Reads the content of messages, which is a text or a list of parts. */
final class ContentParts {

    private ContentParts() {}

    static List<Part> of(Wire content) {
        String text = content.text();
        return text == null ? content.items().stream().map(ContentParts::part).toList() : List.of(new Part.Text(text));
    }

    private static Part part(Wire part) {
        String type = part.get("type").textOrEmpty();
        return switch (type) {
            case "text" -> new Part.Text(part.get("text").textOrEmpty());
            case "thinking" -> new Part.Reasoning(part.get("thinking").textOrEmpty());
            case "image_url" ->
                Part.uri("image", part.get("image_url").get("url").textOrEmpty(), null);
            // Unknown fields may hold binary content, so none is taken along.
            default -> new Part.Other(type.isEmpty() ? "unknown" : type, Map.of());
        };
    }
}
