package dev.sentryai.telemetry.content;

import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.telemetry.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tool definitions as the conventions, OpenAI, Anthropic, Google and Vercel write them. */
final class ToolDefinitionReader {

    private static final String[] DECLARATIONS = {"functionDeclarations", "function_declarations"};
    private static final String[] PARAMETERS = {
        "parameters", "input_schema", "inputSchema", "parametersJsonSchema", "parameters_json_schema"
    };

    private final List<ToolDefinition> definitions = new ArrayList<>();

    private ToolDefinitionReader() {}

    static List<ToolDefinition> read(@Nullable Object attribute) {
        ToolDefinitionReader reader = new ToolDefinitionReader();
        reader.add(AttributeValue.read(attribute));
        return List.copyOf(reader.definitions);
    }

    private void add(@Nullable Object value) {
        if (value instanceof List<?> list) {
            // Vercel's older SDK sends an array of JSON texts.
            list.forEach(element -> add(AttributeValue.read(element)));
        } else if (value instanceof JsonObject object) {
            addObject(object);
        } else if (value instanceof String name) {
            definitions.add(ToolDefinition.function(name, null, null));
        }
    }

    private void addObject(JsonObject object) {
        Object declarations = Members.value(object, DECLARATIONS);
        if (declarations != null) {
            add(declarations);
            return;
        }
        JsonObject function = Members.nested(object, "function");
        String type = object.string("type").orElse("function");
        String name = Members.text(function, "name");
        definitions.add(new ToolDefinition(
                type,
                name == null ? builtIn(object, type) : name,
                function.text("description"),
                Members.value(function, PARAMETERS)));
    }

    /** Tools that the provider runs have no name of their own: they are known by their type, or by their only member. */
    private static String builtIn(JsonObject object, String type) {
        return object.containsKey("type") || object.isEmpty()
                ? type
                : object.keySet().iterator().next();
    }
}
