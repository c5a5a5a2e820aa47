package dev.sentryai.format.openai;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;

/** Reads the messages of chat completions, in requests as in responses. */
final class ChatMessages {

    private ChatMessages() {}

    /** Returns what the system and the developer tell the model. */
    static List<Part> instructions(Wire messages) {
        return messages.items().stream()
                .filter(message -> Roles.isInstruction(message.get("role").textOrEmpty()))
                .flatMap(message -> ContentParts.of(message.get("content")).stream())
                .toList();
    }

    /** Returns the other messages of a request. */
    static List<Message> conversation(Wire messages) {
        return messages.items().stream()
                .filter(message -> !Roles.isInstruction(message.get("role").textOrEmpty()))
                .map(message -> message(message, Roles.of(message.get("role").textOrEmpty())))
                .toList();
    }

    /** Returns what the model answered in one choice. */
    static Message answer(Wire message) {
        return message(message, "assistant");
    }

    private static Message message(Wire message, String role) {
        List<Part> parts = role.equals("tool") ? List.of(toolResult(message)) : said(message);
        return new Message(role, parts, message.get("name").text(), null);
    }

    private static Part toolResult(Wire message) {
        Wire content = message.get("content");
        String id = message.get("tool_call_id").text();
        return new Part.ToolCallResponse(id, content.isList() ? ContentParts.of(content) : content.text());
    }

    private static List<Part> said(Wire message) {
        List<Part> parts = new ArrayList<>();
        addText(parts, reasoning(message), true);
        parts.addAll(ContentParts.of(message.get("content")));
        addText(parts, message.get("refusal"), false);
        if (message.get("audio").isPresent()) {
            parts.add(new Part.Blob("audio", null));
            addText(parts, message.get("audio").get("transcript"), false);
        }
        parts.addAll(Tools.calls(message));
        return parts;
    }

    /** Returns what the model thought: not OpenAI's own, but what several providers behind its protocol send, some by both names. */
    static Wire reasoning(Wire message) {
        Wire content = message.get("reasoning_content");
        return content.textOrEmpty().isEmpty() ? message.get("reasoning") : content;
    }

    private static void addText(List<Part> parts, Wire text, boolean reasoning) {
        String content = text.textOrEmpty();
        if (!content.isEmpty()) {
            parts.add(reasoning ? new Part.Reasoning(content) : new Part.Text(content));
        }
    }
}
