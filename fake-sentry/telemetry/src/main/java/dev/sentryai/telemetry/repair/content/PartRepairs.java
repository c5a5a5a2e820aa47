package dev.sentryai.telemetry.repair.content;

import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.repair.tree.ObjectNode;
import dev.sentryai.telemetry.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Repairs of the parts of messages. */
final class PartRepairs {

    private static final String TYPE = "type";
    private static final String CONTENT = "content";
    private static final String RESPONSE = "response";

    /** What other APIs call the members of parts, by what they call the type; the first that is there counts. */
    private static final Map<String, Map<String, List<String>>> MEMBERS = Map.ofEntries(
            Map.entry("thinking", Map.of(CONTENT, List.of("thinking"))),
            Map.entry("tool_use", Map.of("arguments", List.of("input"))),
            Map.entry(
                    "tool-call",
                    Map.of(
                            "id",
                            List.of("toolCallId"),
                            "name",
                            List.of("toolName"),
                            "arguments",
                            List.of("args", "input"))),
            Map.entry("function_call", Map.of("id", List.of("call_id"))),
            Map.entry("tool_result", Map.of("id", List.of("tool_use_id"), RESPONSE, List.of(CONTENT))),
            Map.entry("tool-result", Map.of("id", List.of("toolCallId"), RESPONSE, List.of("result", "output"))),
            Map.entry("function_call_output", Map.of("id", List.of("call_id"), RESPONSE, List.of("output"))),
            Map.entry("input_text", Map.of(CONTENT, List.of("text"))),
            Map.entry("output_text", Map.of(CONTENT, List.of("text"))));

    /** Without these members a part would be wrong under its right type as well. */
    private static final Map<String, String> NEEDED = Map.of(
            "text",
            CONTENT,
            "reasoning",
            CONTENT,
            "tool_call",
            "name",
            "tool_call_response",
            RESPONSE,
            "uri",
            "uri",
            "blob",
            CONTENT);

    private PartRepairs() {}

    static Map<String, ContentRepair> all() {
        return Map.of(
                "GENAI177", PartRepairs::rename,
                "GENAI179", PartRepairs::textAsContent,
                "GENAI180", PartRepairs::bothNames);
    }

    private static Node rename(Node content, Finding finding) {
        String type = finding.expected();
        String actual = finding.actual();
        if (type != null && actual != null) {
            Messages.eachPart(content, part -> {
                if (part.text(TYPE).equals(Optional.of(actual))) {
                    rename(part, actual, type);
                }
            });
        }
        return content;
    }

    private static void rename(ObjectNode part, String actual, String type) {
        MediaRepairs.flatten(part);
        MEMBERS.getOrDefault(actual, Map.of())
                .forEach((name, aliases) -> aliases.forEach(alias -> {
                    if (part.get(alias) != null && (part.get(name) == null || name.equals("id"))) {
                        part.remove(name); // the id of an item is not that of the call
                        part.rename(alias, name);
                    }
                }));
        if (part.get(NEEDED.getOrDefault(type, TYPE)) != null) {
            part.put(TYPE, type);
        }
    }

    private static Node textAsContent(Node content, Finding finding) {
        Messages.eachPart(content, part -> {
            if (part.text(TYPE).equals(Optional.of("text")) && part.text("text").isPresent()) {
                part.rename("text", CONTENT);
            }
        });
        return content;
    }

    private static Node bothNames(Node content, Finding finding) {
        Messages.eachPart(content, part -> {
            if (part.text(TYPE).equals(Optional.of("tool_call_response"))) {
                copy(part, RESPONSE, "result");
                copy(part, "result", RESPONSE);
            }
        });
        return content;
    }

    private static void copy(ObjectNode part, String from, String to) {
        Node value = part.get(from);
        if (value != null && part.get(to) == null) {
            part.put(to, Node.parse(value.toString()));
        }
    }

    /** A call in the notation of OpenAI as a part; empty if it is in another one. */
    static Optional<ObjectNode> call(@Nullable Node value) {
        if (!(value instanceof ObjectNode call)
                || !(call.get("function") instanceof ObjectNode function)
                || function.text("name").isEmpty()) {
            return Optional.empty();
        }
        ObjectNode part = new ObjectNode().put(TYPE, "tool_call");
        call.text("id").ifPresent(id -> part.put("id", id));
        part.put("name", function.text("name").orElseThrow());
        Node arguments = function.get("arguments");
        return Optional.of(arguments == null ? part : part.put("arguments", arguments));
    }
}
