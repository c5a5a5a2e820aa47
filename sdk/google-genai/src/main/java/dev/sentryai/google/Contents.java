package dev.sentryai.google;

import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import java.util.ArrayList;
import java.util.List;

/** Reads what a request says to the model. */
final class Contents {

    private static final String USER = "user";
    private static final String TOOL = "tool";

    private Contents() {}

    /** Returns the conversation that a text alone is. */
    static List<Content> ofText(String text) {
        return List.of(Content.builder()
                .role(USER)
                .parts(com.google.genai.types.Part.fromText(text))
                .build());
    }

    static List<Part> instructions(GenerateContentConfig config) {
        return config.systemInstruction().flatMap(Content::parts).map(Parts::of).orElse(List.of());
    }

    static List<Message> messages(List<Content> contents) {
        return contents.stream().flatMap(content -> byRole(content).stream()).toList();
    }

    /** What tools answered stands in messages of the user, beside what the user says: here each has a message of its role. */
    private static List<Message> byRole(Content content) {
        String role = role(content.role().orElse(""));
        List<Message> messages = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        boolean ofTool = false;
        for (Part part : Parts.of(content.parts().orElse(List.of()))) {
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
