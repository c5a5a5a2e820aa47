package dev.sentryai.telemetry.repair.content;

import dev.sentryai.telemetry.repair.tree.ArrayNode;
import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.repair.tree.ObjectNode;

/** Turns what older SDKs sent as the text and the tool calls of a response into the parts of a message. */
public final class ResponseText {

    private ResponseText() {}

    /**
     * Reads both. What Sentry would lose becomes a part of text.
     *
     * @param text plain, or JSON: a text, an object with content, or a list of those; empty if absent
     * @param toolCalls JSON: a list of calls; empty if absent
     * @return parts in their order; empty if neither says anything
     */
    public static ArrayNode parts(String text, String toolCalls) {
        ArrayNode parts = new ArrayNode();
        addText(text, parts);
        addCalls(toolCalls, parts);
        return parts;
    }

    private static void addText(String text, ArrayNode parts) {
        if (text.isBlank()) {
            return;
        }
        Node json = Node.find(text).orElseGet(() -> Node.of(text));
        if (json instanceof ArrayNode list) {
            list.values().forEach(element -> parts.add(Messages.textPart(said(element))));
        } else if (!text.equals("null")) {
            boolean structured = json instanceof ObjectNode || json.text().isPresent();
            parts.add(Messages.textPart(structured ? said(json) : text));
        }
    }

    private static String said(Node element) {
        if (element instanceof ObjectNode object && object.text("content").isPresent()) {
            return object.text("content").get();
        }
        return element.text().orElseGet(element::toString);
    }

    private static void addCalls(String toolCalls, ArrayNode parts) {
        Node json = toolCalls.isBlank() ? null : Node.find(toolCalls).orElse(null);
        if (json instanceof ArrayNode list) {
            for (Node element : list.values()) {
                if (element instanceof ObjectNode call) {
                    parts.add(PartRepairs.call(call).orElseGet(() -> call.put("type", "tool_call")));
                }
            }
        } else if (toolCalls.length() > 2 && !toolCalls.equals("null")) {
            parts.add(Messages.textPart(toolCalls));
        }
    }
}
