package dev.sentryai.telemetry.repair.content;

import dev.sentryai.telemetry.repair.tree.ArrayNode;
import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.repair.tree.ObjectNode;
import dev.sentryai.telemetry.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Repairs of messages and their roles. */
final class MessageRepairs {

    private static final String ROLE = "role";
    private static final String CONTENT = "content";
    private static final String PARTS = "parts";
    private static final String SYSTEM = "system";
    private static final Set<String> WRAPPERS = Set.of("messages", "prompt", "completion");
    private static final String TOOL_CALLS = "tool_calls";
    private static final String TOOL_CALL_ID = "tool_call_id";

    private MessageRepairs() {}

    static Map<String, ContentRepair> all() {
        return Map.of(
                "GENAI171", MessageRepairs::unwrap,
                "GENAI174", MessageRepairs::rename,
                "GENAI175", MessageRepairs::reshape,
                "GENAI184", MessageRepairs::assistant,
                "GENAI193", MessageRepairs::sinceLastTurn);
    }

    /** What stands around the messages, if it says nothing else. */
    private static Node unwrap(Node content, Finding finding) {
        if (content instanceof ObjectNode message && message.get(ROLE) != null) {
            return listOf(message);
        }
        if (content instanceof ObjectNode object) {
            return unwrapped(object, finding).<Node>map(messages -> messages).orElse(content);
        }
        return said(content, finding).<Node>map(messages -> messages).orElse(content);
    }

    /** The messages in an object that has nothing but them and perhaps instructions; empty if there is more. */
    private static Optional<ArrayNode> unwrapped(ObjectNode object, Finding finding) {
        List<String> wrappers =
                object.names().stream().filter(WRAPPERS::contains).toList();
        Optional<String> system = object.text(SYSTEM);
        if (wrappers.size() != 1 || object.names().size() > (system.isPresent() ? 2 : 1)) {
            return Optional.empty();
        }
        Optional<ArrayNode> said =
                Optional.ofNullable(object.get(wrappers.get(0))).flatMap(messages -> said(messages, finding));
        if (said.isEmpty() || system.isEmpty()) {
            return said;
        }
        ArrayNode all = Messages.ofText(SYSTEM, system.get());
        said.get().values().forEach(all::add);
        return Optional.of(all);
    }

    private static Optional<ArrayNode> said(Node messages, Finding finding) {
        String role = isOutput(finding) ? "assistant" : "user";
        return messages instanceof ArrayNode list
                ? Optional.of(list)
                : messages.text().map(text -> Messages.ofText(role, text));
    }

    private static Node listOf(Node message) {
        ArrayNode messages = new ArrayNode();
        messages.add(message);
        return messages;
    }

    private static boolean isOutput(Finding finding) {
        return String.valueOf(finding.attribute()).contains("output");
    }

    private static Node rename(Node content, Finding finding) {
        String role = finding.expected();
        if (role != null) {
            for (ObjectNode message : Messages.of(content)) {
                if (message.text(ROLE).equals(Optional.ofNullable(finding.actual()))) {
                    message.put(ROLE, role);
                }
            }
        }
        return content;
    }

    private static Node assistant(Node content, Finding finding) {
        for (ObjectNode message : Messages.of(content)) {
            if (message.text(ROLE).isPresent()) {
                message.put(ROLE, "assistant");
            }
        }
        return content;
    }

    private static Node reshape(Node content, Finding finding) {
        Messages.of(content).forEach(MessageRepairs::reshape);
        return content;
    }

    private static void reshape(ObjectNode message) {
        Node old = message.get(CONTENT);
        if (old == null || message.get(PARTS) != null) {
            return;
        }
        boolean answersCall = message.text(TOOL_CALL_ID).isPresent();
        Optional<ArrayNode> said = answersCall ? Optional.of(answer(message, old)) : parts(old);
        Optional<ArrayNode> calls = calls(message.get(TOOL_CALLS));
        if (said.isPresent() && calls.isPresent()) {
            calls.get().values().forEach(said.get()::add);
            message.rename(CONTENT, PARTS);
            message.put(PARTS, said.get());
            message.remove(TOOL_CALLS);
            message.remove(answersCall ? TOOL_CALL_ID : TOOL_CALLS);
        }
    }

    /** Empty where it is not known what the content means. */
    private static Optional<ArrayNode> parts(Node content) {
        ArrayNode parts = new ArrayNode();
        if (content instanceof ArrayNode list) {
            list.values().forEach(element -> parts.add(part(element)));
        } else if (content.text().isPresent()) {
            parts.add(Messages.textPart(content.text().get()));
        } else if (!content.toString().equals("null")) {
            return Optional.empty();
        }
        return Optional.of(parts);
    }

    private static Node part(Node element) {
        if (element instanceof ObjectNode object
                && object.get("type") == null
                && object.text("text").isPresent()) {
            return object.put("type", "text");
        }
        if (element instanceof ObjectNode object && object.text("type").equals(Optional.of("file"))) {
            MediaRepairs.flatten(object);
        }
        return element.text().<Node>map(Messages::textPart).orElse(element);
    }

    private static ArrayNode answer(ObjectNode message, Node content) {
        ArrayNode parts = new ArrayNode();
        parts.add(new ObjectNode()
                .put("type", "tool_call_response")
                .put("id", message.text(TOOL_CALL_ID).orElseThrow())
                .put("response", content)
                .put("result", Node.parse(content.toString())));
        return parts;
    }

    /** Calls in the notation of OpenAI; empty if they are in another one. */
    private static Optional<ArrayNode> calls(@Nullable Node value) {
        ArrayNode calls = new ArrayNode();
        if (value == null || value.toString().equals("null")) {
            return Optional.of(calls);
        }
        if (!(value instanceof ArrayNode list)) {
            return Optional.empty();
        }
        for (Node element : list.values()) {
            Optional<ObjectNode> call = PartRepairs.call(element);
            if (call.isEmpty()) {
                return Optional.empty();
            }
            calls.add(call.get());
        }
        return Optional.of(calls);
    }

    private static Node sinceLastTurn(Node content, Finding finding) {
        Messages.list(content).ifPresent(messages -> {
            List<Node> values = messages.values();
            int answered = -1;
            for (int i = 0; i < values.size() - 1; i++) {
                boolean answer = values.get(i) instanceof ObjectNode message
                        && message.text(ROLE).equals(Optional.of("assistant"));
                answered = answer ? i : answered;
            }
            messages.removeFirst(answered + 1);
        });
        return content;
    }
}
