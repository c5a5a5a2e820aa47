package dev.sentryai.format.ollama;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;

/** Reads messages, in requests as in responses, and what may be in them. */
final class Messages {

    private static final String SYSTEM = "system";
    private static final String TOOL = "tool";

    private Messages() {}

    /** Returns what the system tells the model. */
    static List<Part> instructions(Wire messages) {
        return messages.items().stream()
                .filter(message -> role(message).equals(SYSTEM))
                .flatMap(message -> text(message.get("content")).stream())
                .toList();
    }

    /** Returns the other messages of a request. */
    static List<Message> conversation(Wire messages) {
        return messages.items().stream()
                .filter(message -> !role(message).equals(SYSTEM))
                .map(Messages::message)
                .toList();
    }

    private static Message message(Wire message) {
        String role = role(message);
        List<Part> parts = role.equals(TOOL)
                ? List.of(new Part.ToolCallResponse(
                        message.get("tool_call_id").word(),
                        message.get("content").text()))
                : said(message);
        return new Message(role, parts, message.get("tool_name").word(), null);
    }

    private static String role(Wire message) {
        String role = message.get("role").word();
        return role == null ? "user" : role;
    }

    private static List<Part> said(Wire message) {
        List<Part> parts = new ArrayList<>();
        String thoughts = message.get("thinking").word();
        if (thoughts != null) {
            parts.add(new Part.Reasoning(thoughts));
        }
        parts.addAll(text(message.get("content")));
        parts.addAll(images(message));
        parts.addAll(toolCalls(message));
        return parts;
    }

    /** Returns a text as the only part; none if there is no text. */
    static List<Part> text(Wire text) {
        String content = text.word();
        return content == null ? List.of() : List.of(new Part.Text(content));
    }

    /** Returns the images of a message, or of a prompt. */
    static List<Part> images(Wire owner) {
        return owner.get("images").items().stream()
                .<Part>map(image -> new Part.Blob("image", null))
                .toList();
    }

    static List<Part> toolCalls(Wire message) {
        return message.get("tool_calls").items().stream()
                .map(Messages::toolCall)
                .toList();
    }

    /** Older servers give calls no ids. */
    private static Part toolCall(Wire call) {
        Wire function = call.get("function");
        return new Part.ToolCall(
                call.get("id").word(),
                function.get("name").textOrEmpty(),
                function.get("arguments").plain());
    }

    static List<ToolDefinition> tools(Wire tools) {
        return tools.items().stream()
                .map(tool -> tool.get("function"))
                .map(function -> ToolDefinition.function(
                        function.get("name").textOrEmpty(),
                        function.get("description").text(),
                        function.get("parameters").plain()))
                .toList();
    }
}
