package dev.sentryai.telemetry.content;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages in every shape of the conventions' section 4.5: arrays of messages with parts or content, an object with messages
 * or a prompt, one message, a list of texts or parts, a JSON string, plain text.
 */
final class MessageReader {

    private static final String ASSISTANT = "assistant";

    /** The role of what is sent without one. */
    private final String defaultRole;

    private final List<Message> messages = new ArrayList<>();
    /** Whether the last message was made from parts without a message around them, so that more may follow. */
    private boolean lastIsOpen;

    private MessageReader(String defaultRole) {
        this.defaultRole = defaultRole;
    }

    static List<Message> read(@Nullable Object attribute, String defaultRole) {
        MessageReader reader = new MessageReader(defaultRole);
        reader.add(AttributeValue.read(attribute));
        return List.copyOf(reader.messages);
    }

    /** Whether the object is a message rather than a part of one. */
    static boolean isMessage(JsonObject object) {
        return object.containsKey("role")
                || object.containsKey("parts")
                || (object.containsKey("content") && !object.containsKey("type"));
    }

    private void add(@Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(this::add);
        } else if (value instanceof JsonObject object) {
            addObject(object);
        } else if (value != null) {
            addPart(PartReader.read(value));
        }
    }

    private void addObject(JsonObject object) {
        if (isMessage(object)) {
            messages.add(message(object));
            lastIsOpen = false;
        } else if (isConversation(object)) {
            lastIsOpen = false;
            addAllOf("system", object.get("system"));
            addAllOf(defaultRole, object.get("messages"));
            addAllOf("user", object.get("prompt"));
            addAllOf(ASSISTANT, object.get("completion"));
        } else {
            addPart(PartReader.read(object));
        }
    }

    private static boolean isConversation(JsonObject object) {
        return object.containsKey("messages") || object.containsKey("prompt") || object.containsKey("completion");
    }

    private void addAllOf(String role, @Nullable Object value) {
        messages.addAll(read(value, role));
    }

    /** Parts in a row make one message, as long as one and the same speaker can have said them. */
    private void addPart(Part part) {
        String role = role(part);
        Message last = messages.isEmpty() ? null : messages.get(messages.size() - 1);
        if (last != null && lastIsOpen && last.role().equals(role)) {
            List<Part> parts = new ArrayList<>(last.parts());
            parts.add(part);
            messages.set(messages.size() - 1, new Message(role, parts, null, null));
        } else {
            messages.add(Message.of(role, part));
            lastIsOpen = true;
        }
    }

    private String role(Part part) {
        if (part instanceof Part.ToolCall || part instanceof Part.Reasoning) {
            return ASSISTANT;
        }
        return part instanceof Part.ToolCallResponse ? "tool" : defaultRole;
    }

    private Message message(JsonObject message) {
        String role = message.string("role").or(() -> message.string("type")).orElse(defaultRole);
        return new Message(role, parts(message), message.text("name"), message.text("finish_reason"));
    }

    private static List<Part> parts(JsonObject message) {
        List<Part> parts = new ArrayList<>();
        if (message.get("parts") instanceof List<?> list) {
            parts.addAll(PartReader.all(list));
        } else {
            addContent(message, parts);
        }
        addCalls(message, parts);
        message.string("refusal").ifPresent(text -> parts.add(new Part.Other("refusal", Map.of("refusal", text))));
        return parts;
    }

    private static void addContent(JsonObject message, List<Part> parts) {
        Object content = message.get("content");
        String toolCallId = Members.text(message, "tool_call_id", "toolCallId");
        if (toolCallId != null) {
            parts.add(new Part.ToolCallResponse(toolCallId, content));
        } else if (content instanceof List<?> list) {
            parts.addAll(PartReader.all(list));
        } else if (content != null && !isEmptyBesideCalls(content, message)) {
            parts.add(PartReader.read(content));
        }
    }

    /** OpenAI's messages that call tools often carry an empty text that nobody wrote. */
    private static boolean isEmptyBesideCalls(Object content, JsonObject message) {
        return "".equals(content) && message.containsKey("tool_calls");
    }

    private static void addCalls(JsonObject message, List<Part> parts) {
        parts.addAll(ToolPart.calls(message.get("tool_calls")));
        if (message.get("function_call") instanceof JsonObject call) {
            parts.addAll(ToolPart.calls(List.of(call)));
        }
    }
}
