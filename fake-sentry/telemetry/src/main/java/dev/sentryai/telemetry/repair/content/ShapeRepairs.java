package dev.sentryai.telemetry.repair.content;

import dev.sentryai.telemetry.repair.tree.ArrayNode;
import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.repair.tree.ObjectNode;
import dev.sentryai.telemetry.rules.Finding;
import java.util.Map;

/** Repairs of instructions, tool definitions and JSON as such. */
final class ShapeRepairs {

    private ShapeRepairs() {}

    static Map<String, ContentRepair> all() {
        return Map.of(
                "GENAI188", ShapeRepairs::instructions,
                "GENAI189", ShapeRepairs::definitions,
                "GENAI192", ShapeRepairs::decode,
                "GENAI202", ShapeRepairs::removeRepeated);
    }

    private static Node instructions(Node content, Finding finding) {
        ArrayNode parts = new ArrayNode();
        if (content instanceof ArrayNode list) {
            list.replaceAll(ShapeRepairs::instruction);
            return list;
        }
        Node part = instruction(content);
        parts.add(part);
        return part instanceof ObjectNode object && object.get("content") != null ? parts : content;
    }

    private static Node instruction(Node part) {
        if (part instanceof ObjectNode object) {
            boolean says =
                    object.text("content").isPresent() || object.text("text").isPresent();
            return object.get("type") == null && says ? object.put("type", "text") : object;
        }
        return part.text().<Node>map(Messages::textPart).orElse(part);
    }

    private static Node definitions(Node content, Finding finding) {
        if (content instanceof ArrayNode list) {
            list.replaceAll(element -> element instanceof ObjectNode object ? definition(object) : element);
        }
        return content;
    }

    /** OpenAI's chat completions keep all but the type inside of another object. */
    private static ObjectNode definition(ObjectNode definition) {
        if (definition.get("name") == null
                && definition.get("function") instanceof ObjectNode function
                && function.text("name").isPresent()) {
            definition.remove("function");
            function.names().forEach(name -> {
                Node value = function.remove(name);
                if (value != null && definition.get(name) == null) {
                    definition.put(name, value);
                }
            });
        }
        Node parameters = definition.get("parameters");
        if (parameters != null) {
            SchemaRepairs.lowerCaseTypes(parameters);
        }
        boolean named = definition.text("name").isPresent();
        return named && definition.text("type").isEmpty() ? definition.put("type", "function") : definition;
    }

    private static Node decode(Node content, Finding finding) {
        return content.text().flatMap(Node::find).orElse(content);
    }

    private static Node removeRepeated(Node content, Finding finding) {
        if (content instanceof ArrayNode list) {
            list.values().forEach(element -> removeRepeated(element, finding));
        } else if (content instanceof ObjectNode object) {
            object.removeRepeated();
            object.values().forEach(member -> removeRepeated(member, finding));
        }
        return content;
    }
}
