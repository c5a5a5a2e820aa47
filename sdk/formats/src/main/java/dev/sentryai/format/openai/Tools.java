package dev.sentryai.format.openai;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads definitions and calls of tools. */
final class Tools {

    private Tools() {}

    /**
     * Returns the tools of a request. Chat has the definition of a tool in a field named like its type, responses beside it; tools
     * that the provider runs itself have nothing but a type.
     */
    static List<ToolDefinition> definitions(Wire tools) {
        return tools.items().stream().map(Tools::definition).toList();
    }

    /** Returns the functions of a chat request, the predecessors of tools. */
    static List<ToolDefinition> functions(Wire functions) {
        return functions.items().stream()
                .map(function -> definition("function", function))
                .toList();
    }

    private static ToolDefinition definition(Wire tool) {
        String type = tool.get("type").textOrEmpty();
        Wire nested = tool.get(type);
        return definition(type, nested.get("name").isPresent() ? nested : tool);
    }

    private static ToolDefinition definition(String type, Wire tool) {
        String name = firstText(type, tool.get("name"), tool.get("server_label"));
        String description = tool.get("description").text();
        return new ToolDefinition(
                type, name, description, tool.get("parameters").plain());
    }

    /** Returns the tool calls of a chat message, those by the older {@code function_call} included. */
    static List<Part> calls(Wire message) {
        Stream<Part> calls = message.get("tool_calls").items().stream().map(Tools::call);
        Wire functionCall = message.get("function_call");
        return functionCall.isPresent()
                ? Stream.concat(calls, Stream.of(call(null, functionCall))).toList()
                : calls.toList();
    }

    private static Part call(Wire call) {
        Wire custom = call.get("custom");
        return call(call.get("id").text(), custom.isPresent() ? custom : call.get("function"));
    }

    private static Part call(@Nullable String id, Wire function) {
        String input = function.get("input").text();
        String arguments = input == null ? function.get("arguments").text() : input;
        return Part.toolCall(id, function.get("name").textOrEmpty(), arguments);
    }

    private static String firstText(String fallback, Wire... candidates) {
        for (Wire candidate : candidates) {
            String text = candidate.text();
            if (text != null) {
                return text;
            }
        }
        return fallback;
    }
}
