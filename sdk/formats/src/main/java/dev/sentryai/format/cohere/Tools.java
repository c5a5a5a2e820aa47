package dev.sentryai.format.cohere;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.wire.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads definitions, calls and results of tools in the second version of the API. */
final class Tools {

    private Tools() {}

    static List<ToolDefinition> definitions(Wire tools) {
        return tools.items().stream()
                .map(tool -> tool.get("function"))
                .map(function -> ToolDefinition.function(
                        function.get("name").textOrEmpty(),
                        function.get("description").text(),
                        function.get("parameters").plain()))
                .toList();
    }

    static Part call(Wire call) {
        Wire function = call.get("function");
        return Part.toolCall(
                call.get("id").text(),
                function.get("name").textOrEmpty(),
                function.get("arguments").text());
    }

    static Part result(Wire message) {
        return new Part.ToolCallResponse(message.get("tool_call_id").text(), response(message.get("content")));
    }

    /** A result is a text, or a list of texts and documents. */
    private static @Nullable Object response(Wire content) {
        return content.isList() ? content.items().stream().map(Tools::item).toList() : content.text();
    }

    private static Object item(Wire item) {
        Object document = item.get("document").get("data").plain();
        return document == null ? item.get("text").textOrEmpty() : document;
    }
}
