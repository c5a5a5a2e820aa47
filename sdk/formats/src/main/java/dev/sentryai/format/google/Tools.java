package dev.sentryai.format.google;

import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads definitions of tools: those of the application, and those that Google runs itself. */
final class Tools {

    private static final List<String> OF_GOOGLE = List.of(
            "codeExecution",
            "computerUse",
            "enterpriseWebSearch",
            "fileSearch",
            "googleMaps",
            "googleSearch",
            "googleSearchRetrieval",
            "retrieval",
            "urlContext");

    private Tools() {}

    static List<ToolDefinition> definitions(Wire tools) {
        return tools.items().stream().flatMap(Tools::ofOne).toList();
    }

    private static Stream<ToolDefinition> ofOne(Wire tool) {
        Stream<ToolDefinition> declared =
                Names.get(tool, "functionDeclarations").items().stream().map(Tools::declared);
        Stream<ToolDefinition> ofGoogle = OF_GOOGLE.stream()
                .filter(kind -> Names.get(tool, kind).isPresent())
                .map(Names::snake)
                .map(kind -> new ToolDefinition(kind, kind, null, null));
        return Stream.concat(declared, ofGoogle);
    }

    private static ToolDefinition declared(Wire function) {
        return ToolDefinition.function(
                function.get("name").textOrEmpty(), function.get("description").text(), parameters(function));
    }

    private static @Nullable Object parameters(Wire function) {
        Wire schema = function.get("parameters");
        return schema.isPresent()
                ? JsonSchema.of(schema)
                : Names.get(function, "parametersJsonSchema").plain();
    }
}
