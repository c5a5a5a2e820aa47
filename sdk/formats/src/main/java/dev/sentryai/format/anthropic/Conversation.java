package dev.sentryai.format.anthropic;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads what a request says to the model. */
final class Conversation {

    private static final String SYSTEM = "system";
    private static final String USER = "user";
    private static final String TOOL = "tool";

    private Conversation() {}

    /** Returns the request's instructions, then those among its messages. */
    static List<Part> instructions(Wire request) {
        Stream<Part> ofRequest = ContentBlocks.of(request.get("system")).stream();
        Stream<Part> ofMessages = request.get("messages").items().stream()
                .filter(Conversation::isInstruction)
                .flatMap(message -> ContentBlocks.of(message.get("content")).stream());
        return Stream.concat(ofRequest, ofMessages).toList();
    }

    /** Returns the messages without instructions. */
    static List<Message> messages(Wire request) {
        return request.get("messages").items().stream()
                .filter(message -> !isInstruction(message))
                .flatMap(message -> byRole(message).stream())
                .toList();
    }

    private static boolean isInstruction(Wire message) {
        return message.get("role").textOrEmpty().equals(SYSTEM);
    }

    /** What tools answered stands in messages of the user, beside what the user says: here each has a message of its role. */
    private static List<Message> byRole(Wire message) {
        String role = message.get("role").textOrEmpty();
        List<Message> messages = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        boolean ofTool = false;
        for (Part part : ContentBlocks.of(message.get("content"))) {
            boolean isResult = part instanceof Part.ToolCallResponse;
            if (isResult != ofTool) {
                add(messages, ofTool ? TOOL : role, parts);
                parts = new ArrayList<>();
                ofTool = isResult;
            }
            parts.add(part);
        }
        add(messages, ofTool ? TOOL : role, parts);
        return messages;
    }

    private static void add(List<Message> messages, String role, List<Part> parts) {
        if (!parts.isEmpty()) {
            messages.add(new Message(role.isEmpty() ? USER : role, parts, null, null));
        }
    }
}
