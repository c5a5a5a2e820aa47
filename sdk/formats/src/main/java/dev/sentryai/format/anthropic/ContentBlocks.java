package dev.sentryai.format.anthropic;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Map;

/** Reads the content of messages, which is a text or a list of blocks. */
final class ContentBlocks {

    private ContentBlocks() {}

    /** Returns the parts of a message's {@code content}. */
    static List<Part> of(Wire content) {
        String text = content.text();
        return text == null
                ? content.items().stream()
                        .flatMap(block -> parts(block).stream())
                        .toList()
                : List.of(new Part.Text(text));
    }

    /** Returns the parts of one block: one, but several for a document that has blocks itself. */
    static List<Part> parts(Wire block) {
        String type = block.get("type").textOrEmpty();
        return switch (type) {
            case "text" -> List.of(new Part.Text(block.get("text").textOrEmpty()));
            case "thinking" -> List.of(new Part.Reasoning(block.get("thinking").textOrEmpty()));
            // Its data is encrypted.
            case "redacted_thinking" -> List.of(new Part.Reasoning(Part.BLOB_SUBSTITUTE));
            case "image" -> Sources.parts("image", block.get("source"));
            case "document" -> Sources.parts("document", block.get("source"));
            case "search_result" -> of(block.get("content"));
            case "container_upload" -> List.of(Sources.file("document", block));
            case "tool_use" -> List.of(Tools.call(block));
            case "tool_result" -> List.of(Tools.result(block));
            default -> List.of(other(type, block));
        };
    }

    private static Part other(String type, Wire block) {
        if (type.endsWith("_use")) {
            return Tools.serverCall(type, block);
        }
        // Unknown fields may hold binary or encrypted content, so none is taken along.
        return type.endsWith("_result")
                ? Tools.serverResult(type, block)
                : new Part.Other(type.isEmpty() ? "unknown" : type, Map.of());
    }
}
