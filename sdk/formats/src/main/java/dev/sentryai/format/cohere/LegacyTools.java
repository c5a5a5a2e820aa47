package dev.sentryai.format.cohere;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.wire.Wire;
import java.util.List;

/** Reads definitions, calls and results of tools in the first version of the API, where calls have no ids. */
final class LegacyTools {

    private LegacyTools() {}

    static List<ToolDefinition> definitions(Wire tools) {
        return tools.items().stream()
                .map(tool -> ToolDefinition.function(
                        tool.get("name").textOrEmpty(),
                        tool.get("description").text(),
                        tool.get("parameter_definitions").plain()))
                .toList();
    }

    static Part call(Wire call) {
        return new Part.ToolCall(
                null, call.get("name").textOrEmpty(), call.get("parameters").plain());
    }

    static List<Part> results(Wire results) {
        return results.items().stream().map(LegacyTools::result).toList();
    }

    private static Part result(Wire result) {
        return new Part.ToolCallResponse(null, result.get("outputs").plain());
    }
}
