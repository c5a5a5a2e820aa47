package dev.sentryai.format.bedrock;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;

/** Reads what a request says to the model. */
final class Conversation {

    private static final String USER = "user";
    private static final String TOOL = "tool";

    private Conversation() {}

    static List<Message> messages(Wire request) {
        return request.get("messages").items().stream()
                .flatMap(message -> byRole(message).stream())
                .toList();
    }

    /** What tools answered stands in messages of the user, beside what the user says: here each has a message of its role. */
    private static List<Message> byRole(Wire message) {
        String sender = message.get("role").word();
        List<Message> messages = new ArrayList<>();
        for (Part part : ContentBlocks.of(message.get("content"))) {
            String role = part instanceof Part.ToolCallResponse ? TOOL : sender == null ? USER : sender;
            add(messages, role, part);
        }
        return messages;
    }

    /** Adds a part to the last message if that has the same role, else to a new one. */
    private static void add(List<Message> messages, String role, Part part) {
        List<Part> parts = new ArrayList<>();
        int last = messages.size() - 1;
        if (last >= 0 && messages.get(last).role().equals(role)) {
            parts.addAll(messages.remove(last).parts());
        }
        parts.add(part);
        messages.add(new Message(role, parts, null, null));
    }
}
