package dev.sentryai.telemetry.repair.content;

import dev.sentryai.telemetry.repair.tree.ArrayNode;
import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.repair.tree.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where messages and their parts stand in content, and new ones. */
public final class Messages {

    private static final String PARTS = "parts";

    private Messages() {}

    /** The list of messages: the content itself, or what an object holds under {@code messages}. */
    static Optional<ArrayNode> list(Node content) {
        Node list = content instanceof ObjectNode object ? object.get("messages") : content;
        return list instanceof ArrayNode array ? Optional.of(array) : Optional.empty();
    }

    /**
     * How many messages there are.
     *
     * @param content of an attribute of messages
     * @return zero if it is no list of them
     */
    public static int count(Node content) {
        return list(content).map(messages -> messages.values().size()).orElse(0);
    }

    static List<ObjectNode> of(Node content) {
        if (list(content).isEmpty() && content instanceof ObjectNode message) {
            return List.of(message);
        }
        return objects(list(content).stream());
    }

    /** Hands over every part of every message, or of instructions. */
    static void eachPart(Node content, Consumer<ObjectNode> action) {
        for (ObjectNode object : of(content)) {
            if (object.get(PARTS) instanceof ArrayNode parts) {
                objects(Stream.of(parts)).forEach(action);
            } else if (object.get("role") == null) {
                action.accept(object);
            }
        }
    }

    private static List<ObjectNode> objects(Stream<ArrayNode> arrays) {
        return arrays.flatMap(array -> array.values().stream())
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    /**
     * A list of messages that has one message of one text.
     *
     * @param role who says it
     * @param text what is said
     * @return a new list
     */
    public static ArrayNode ofText(String role, String text) {
        ArrayNode parts = new ArrayNode();
        parts.add(textPart(text));
        return ofParts(role, parts);
    }

    /**
     * A list of messages that has one message.
     *
     * @param role who says it
     * @param parts what is said
     * @return a new list
     */
    public static ArrayNode ofParts(String role, ArrayNode parts) {
        ArrayNode messages = new ArrayNode();
        messages.add(new ObjectNode().put("role", role).put(PARTS, parts));
        return messages;
    }

    /**
     * A part of text.
     *
     * @param text what is said
     * @return a new part
     */
    public static ObjectNode textPart(String text) {
        return new ObjectNode().put("type", "text").put("content", text);
    }
}
