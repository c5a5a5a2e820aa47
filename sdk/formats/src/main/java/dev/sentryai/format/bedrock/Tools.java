package dev.sentryai.format.bedrock;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads definitions, calls and results of tools. */
final class Tools {

    private Tools() {}

    /** Returns the tools of a request; those that the provider runs itself have a name alone. */
    static List<ToolDefinition> definitions(Wire tools) {
        return tools.items().stream().flatMap(Tools::definition).toList();
    }

    private static Stream<ToolDefinition> definition(Wire tool) {
        String system = tool.get("systemTool").get("name").word();
        if (system != null) {
            return Stream.of(new ToolDefinition("system", system, null, null));
        }
        Wire own = tool.get("toolSpec");
        return Optional.ofNullable(own.get("name").word())
                .map(name -> ToolDefinition.function(
                        name,
                        own.get("description").text(),
                        own.get("inputSchema").get("json").plain()))
                .stream();
    }

    /** Returns a call of a tool; its input is text where it was put together from a stream. */
    static Part call(Wire use) {
        Wire input = use.get("input");
        String id = use.get("toolUseId").text();
        String name = use.get("name").textOrEmpty();
        return input.text() == null
                ? new Part.ToolCall(id, name, input.plain())
                : Part.toolCall(id, name, input.text());
    }

    static Part result(Wire result) {
        return new Part.ToolCallResponse(
                result.get("toolUseId").text(), answer(result.get("content").items()));
    }

    /** Most tools answer with one text or one piece of JSON, which then stands for itself. */
    private static @Nullable Object answer(List<Wire> blocks) {
        List<@Nullable Object> answers = new ArrayList<>();
        for (Wire block : blocks) {
            Wire json = block.get("json");
            String text = block.get("text").text();
            if (json.isPresent()) {
                answers.add(json.plain());
            } else if (text != null && blocks.size() == 1) {
                answers.add(text);
            } else {
                answers.addAll(ContentBlocks.parts(block));
            }
        }
        return answers.isEmpty() ? null : answers.size() == 1 ? answers.get(0) : answers;
    }
}
