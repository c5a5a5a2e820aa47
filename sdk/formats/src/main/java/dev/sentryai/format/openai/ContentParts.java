package dev.sentryai.format.openai;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the content of messages, which is a text or a list of parts; chat and responses name the same parts differently. */
final class ContentParts {

    private ContentParts() {}

    /** Returns the parts of a message's {@code content}, without what has no type and thus says nothing. */
    static List<Part> of(Wire content) {
        String text = content.text();
        return text == null
                ? content.items().stream()
                        .filter(part -> part.get("type").text() != null)
                        .map(ContentParts::part)
                        .toList()
                : List.of(new Part.Text(text));
    }

    private static Part part(Wire part) {
        String type = part.get("type").textOrEmpty();
        return switch (type) {
            case "text", "input_text", "output_text", "summary_text", "reasoning_text" -> text(part.get("text"));
            case "refusal" -> text(part.get("refusal"));
            case "thinking" -> new Part.Reasoning(thoughts(part));
            case "image_url" -> image(part.get("image_url").get("url"), part);
            case "input_image" -> image(part.get("image_url"), part);
            case "input_audio" -> audio(part.get("input_audio").get("format"));
            case "file" -> file(part.get("file"));
            case "input_file" -> file(part);
            // Unknown fields may hold binary content, so none is taken along.
            default -> new Part.Other(type, Map.of());
        };
    }

    private static Part text(Wire text) {
        return new Part.Text(text.textOrEmpty());
    }

    /** What Mistral's models think is a list of texts. */
    private static String thoughts(Wire part) {
        return part.get("thinking").items().stream()
                .map(thought -> thought.get("text").textOrEmpty())
                .collect(Collectors.joining());
    }

    private static Part image(Wire url, Wire part) {
        String address = url.text();
        String fileId = part.get("file_id").text();
        if (address != null) {
            return Part.uri("image", address, null);
        }
        return fileId == null ? new Part.Blob("image", null) : new Part.FileRef("image", fileId, null);
    }

    private static Part audio(Wire format) {
        String name = format.textOrEmpty().toLowerCase(Locale.ROOT);
        return new Part.Blob("audio", name.isEmpty() ? null : "audio/" + ("mp3".equals(name) ? "mpeg" : name));
    }

    private static Part file(Wire file) {
        String fileId = file.get("file_id").text();
        String url = file.get("file_url").text();
        String data = file.get("file_data").text();
        if (fileId != null) {
            return new Part.FileRef("document", fileId, null);
        }
        if (url != null) {
            return Part.uri("document", url, null);
        }
        // File data is a data URL as a rule; base64 alone must not be taken for an address.
        return data != null && data.startsWith("data:")
                ? Part.uri("document", data, null)
                : new Part.Blob("document", null);
    }
}
