package dev.sentryai.format.cohere;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;

/** Reads what a request of the second version says to the model. */
final class Conversation {

    private static final String SYSTEM = "system";
    private static final String USER = "user";
    private static final String TOOL = "tool";

    private Conversation() {}

    static List<Part> instructions(Wire request) {
        return request.get("messages").items().stream()
                .filter(Conversation::isInstruction)
                .flatMap(message -> ContentParts.of(message.get("content")).stream())
                .toList();
    }

    /** Returns the messages without instructions. */
    static List<Message> messages(Wire request) {
        return request.get("messages").items().stream()
                .filter(message -> !isInstruction(message))
                .map(Conversation::message)
                .toList();
    }

    private static boolean isInstruction(Wire message) {
        return message.get("role").textOrEmpty().equals(SYSTEM);
    }

    private static Message message(Wire message) {
        String role = message.get("role").textOrEmpty();
        List<Part> parts = role.equals(TOOL) ? List.of(Tools.result(message)) : parts(message);
        return new Message(role.isEmpty() ? USER : role, parts, null, null);
    }

    /** Returns what a message says, what its author thought before calling tools, and these calls. */
    static List<Part> parts(Wire message) {
        List<Part> parts = new ArrayList<>(ContentParts.of(message.get("content")));
        String plan = message.get("tool_plan").word();
        if (plan != null) {
            parts.add(new Part.Reasoning(plan));
        }
        message.get("tool_calls").items().forEach(call -> parts.add(Tools.call(call)));
        return parts;
    }
}
