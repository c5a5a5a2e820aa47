package dev.sentryai.format.cohere;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads what a request of the first version says to the model: one message, and those before it. */
final class LegacyConversation {

    private static final String SYSTEM = "SYSTEM";

    private LegacyConversation() {}

    static List<Part> instructions(Wire request) {
        Stream<Wire> ofHistory = request.get("chat_history").items().stream()
                .filter(LegacyConversation::isInstruction)
                .map(message -> message.get("message"));
        return Stream.concat(Stream.of(request.get("preamble")), ofHistory)
                .flatMap(text -> text(text).stream())
                .toList();
    }

    /** Returns the messages without instructions. What tools answered to the last call stands apart from all messages. */
    static List<Message> messages(Wire request) {
        List<Message> messages = new ArrayList<>();
        request.get("chat_history").items().stream()
                .filter(message -> !isInstruction(message))
                .forEach(message -> add(messages, role(message), said(message)));
        add(messages, "user", text(request.get("message")));
        add(messages, "tool", LegacyTools.results(request.get("tool_results")));
        return messages;
    }

    private static boolean isInstruction(Wire message) {
        return message.get("role").textOrEmpty().equals(SYSTEM);
    }

    private static String role(Wire message) {
        return switch (message.get("role").textOrEmpty()) {
            case "CHATBOT" -> "assistant";
            case "TOOL" -> "tool";
            default -> "user";
        };
    }

    private static List<Part> said(Wire message) {
        List<Part> parts = new ArrayList<>(text(message.get("message")));
        message.get("tool_calls").items().forEach(call -> parts.add(LegacyTools.call(call)));
        parts.addAll(LegacyTools.results(message.get("tool_results")));
        return parts;
    }

    private static List<Part> text(Wire text) {
        String content = text.word();
        return content == null ? List.of() : List.of(new Part.Text(content));
    }

    private static void add(List<Message> messages, String role, List<Part> parts) {
        if (!parts.isEmpty()) {
            messages.add(new Message(role, parts, null, null));
        }
    }
}
