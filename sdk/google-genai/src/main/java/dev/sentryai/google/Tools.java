package dev.sentryai.google;

import com.google.genai.JsonSerializable;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.Tool;
import dev.sentryai.protocol.json.JsonText;
import dev.sentryai.protocol.message.ToolDefinition;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads definitions of tools: those of the application, and those that Google runs itself. */
final class Tools {

    /** By the name that the tool has in the API. */
    private static final Map<String, Function<Tool, Optional<?>>> OF_GOOGLE = Map.of(
            "code_execution", Tool::codeExecution,
            "computer_use", Tool::computerUse,
            "enterprise_web_search", Tool::enterpriseWebSearch,
            "file_search", Tool::fileSearch,
            "google_maps", Tool::googleMaps,
            "google_search", Tool::googleSearch,
            "google_search_retrieval", Tool::googleSearchRetrieval,
            "retrieval", Tool::retrieval,
            "url_context", Tool::urlContext);

    private Tools() {}

    static List<ToolDefinition> definitions(GenerateContentConfig config) {
        return config.tools().orElse(List.of()).stream()
                .flatMap(Tools::definitions)
                .toList();
    }

    private static Stream<ToolDefinition> definitions(Tool tool) {
        Stream<ToolDefinition> declared =
                tool.functionDeclarations().orElse(List.of()).stream().map(Tools::declared);
        Stream<ToolDefinition> methods =
                tool.functions().orElse(List.of()).stream().map(Tools::method);
        Stream<ToolDefinition> ofGoogle = OF_GOOGLE.entrySet().stream()
                .filter(kind -> kind.getValue().apply(tool).isPresent())
                .map(kind -> new ToolDefinition(kind.getKey(), kind.getKey(), null, null));
        return Stream.of(declared, methods, ofGoogle).flatMap(all -> all);
    }

    private static ToolDefinition declared(FunctionDeclaration function) {
        return ToolDefinition.function(
                function.name().orElse(""), function.description().orElse(null), parameters(function));
    }

    /** A method that the client calls by itself; what it tells the model of it is made only when it is sent. */
    private static ToolDefinition method(Method method) {
        return ToolDefinition.function(method.getName(), null, null);
    }

    private static @Nullable Object parameters(FunctionDeclaration function) {
        Optional<Object> schema = function.parameters().map(JsonSchema::of);
        return schema.or(() -> function.parametersJsonSchema()
                        .map(JsonSerializable::toJsonString)
                        .map(JsonText::orString))
                .orElse(null);
    }
}
