package dev.sentryai.format.anthropic;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads definitions, calls and results of tools: those of the application, and those that the provider runs itself. */
final class Tools {

    private Tools() {}

    /** Returns the tools of a request; those that the provider runs itself have a type and no schema. */
    static List<ToolDefinition> definitions(Wire tools) {
        return tools.items().stream().map(Tools::definition).toList();
    }

    private static ToolDefinition definition(Wire tool) {
        String type = tool.get("type").textOrEmpty();
        boolean isOwn = type.isEmpty() || type.equals("custom");
        return new ToolDefinition(
                isOwn ? "function" : type,
                name(tool, type),
                tool.get("description").text(),
                tool.get("input_schema").plain());
    }

    private static String name(Wire tool, String type) {
        String name = tool.get("name").word();
        String server = tool.get("mcp_server_name").word();
        return name != null ? name : server != null ? server : type;
    }

    /** Returns a call of one of the application's tools; its input is text where it was put together from a stream. */
    static Part call(Wire block) {
        Wire input = block.get("input");
        String id = block.get("id").text();
        String name = block.get("name").textOrEmpty();
        return input.text() == null
                ? new Part.ToolCall(id, name, input.plain())
                : Part.toolCall(id, name, input.text());
    }

    static Part result(Wire block) {
        Wire content = block.get("content");
        return new Part.ToolCallResponse(
                block.get("tool_use_id").text(), content.isList() ? ContentBlocks.of(content) : content.text());
    }

    static Part serverCall(String type, Wire block) {
        Map<String, Object> call = typed(type, "input", block.get("input").plain());
        return new Part.Other("server_tool_call", named(block.get("id"), Tools.name(block, type), call));
    }

    static Part serverResult(String type, Wire block) {
        Map<String, Object> result =
                typed(type, "error_code", block.get("content").get("error_code").word());
        Map<String, Object> fields = new LinkedHashMap<>();
        putId(fields, block.get("tool_use_id"));
        fields.put("server_tool_call_response", result);
        return new Part.Other("server_tool_call_response", fields);
    }

    private static Map<String, Object> typed(String type, String key, @Nullable Object value) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("type", type);
        if (value != null) {
            typed.put(key, value);
        }
        return typed;
    }

    private static Map<String, Object> named(Wire id, String name, Map<String, Object> call) {
        Map<String, Object> fields = new LinkedHashMap<>();
        putId(fields, id);
        fields.put("name", name);
        fields.put("server_tool_call", call);
        return fields;
    }

    private static void putId(Map<String, Object> fields, Wire id) {
        if (id.text() != null) {
            fields.put("id", id.text());
        }
    }
}
