package dev.sentryai.telemetry.content;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads parts of messages: the conventions' own and those of the providers' APIs. Nothing is dropped: what is unknown stays as it is. */
final class PartReader {

    private PartReader() {}

    static List<Part> all(List<?> values) {
        return values.stream().filter(Objects::nonNull).map(PartReader::read).toList();
    }

    static Part read(Object value) {
        if (value instanceof JsonObject object) {
            String type = object.text("type");
            return type == null ? untyped(object) : typed(type, object);
        }
        return new Part.Text(value instanceof String text ? text : Json.write(value));
    }

    private static Part typed(String type, JsonObject part) {
        Part known = switch (type) {
            case "text", "input_text", "output_text", "summary_text" -> text(part);
            case "reasoning", "thinking" -> reasoning(part);
            case "tool_call", "tool-call", "tool_use", "function", "function_call", "custom_tool_call" ->
                ToolPart.call(part);
            case "tool_call_response",
                    "tool-result",
                    "tool_result",
                    "tool_response",
                    "function_call_output",
                    "custom_tool_call_output" -> ToolPart.response(part);
            case "blob", "file", "uri", "image", "image_url", "input_image", "input_file", "audio" ->
                MediaPart.read(type, part);
            case "input_audio", "video", "document", "media" -> MediaPart.read(type, part);
            default -> null;
        };
        return known == null ? new Part.Other(type, Members.withoutType(part)) : known;
    }

    /** Google and Bedrock tell the kinds of parts apart by the name of their only member. */
    private static Part untyped(JsonObject part) {
        Part known = text(part);
        if (known == null) {
            known = ToolPart.untyped(part);
        }
        if (known == null && (part.containsKey("inlineData") || part.containsKey("fileData"))) {
            known = MediaPart.read("media", part);
        }
        return known == null ? new Part.Other("object", part) : known;
    }

    private static @Nullable Part text(JsonObject part) {
        String text = Members.text(part, "content", "text");
        return text == null ? null : new Part.Text(text);
    }

    private static @Nullable Part reasoning(JsonObject part) {
        String text = Members.text(part, "content", "text", "thinking", "reasoning");
        if (text != null) {
            return new Part.Reasoning(text);
        }
        String summary = all(part.array("summary")).stream()
                .filter(Part.Text.class::isInstance)
                .map(summaryPart -> ((Part.Text) summaryPart).content())
                .collect(Collectors.joining("\n"));
        return summary.isEmpty() ? null : new Part.Reasoning(summary);
    }
}
