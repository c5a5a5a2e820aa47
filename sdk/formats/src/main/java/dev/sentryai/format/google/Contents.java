package dev.sentryai.format.google;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;

/** Reads what a request says to the model. */
final class Contents {

    private static final String USER = "user";
    private static final String TOOL = "tool";

    private Contents() {}

    /** Returns the messages of a list of contents, or of the one that stands without a list. */
    static List<Message> messages(Wire contents) {
        List<Wire> several = contents.isList() ? contents.items() : List.of(contents);
        return several.stream().flatMap(content -> byRole(content).stream()).toList();
    }

    /** What tools answered stands in messages of the user, beside what the user says: here each has a message of its role. */
    private static List<Message> byRole(Wire content) {
        String role = role(content.get("role").textOrEmpty());
        List<Message> messages = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        boolean ofTool = false;
        for (Part part : Parts.of(content.get("parts"))) {
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
            messages.add(new Message(role, parts, null, null));
        }
    }

    private static String role(String role) {
        return switch (role) {
            case "" -> USER;
            case "model" -> "assistant";
            case "function" -> TOOL;
            default -> role;
        };
    }
}
