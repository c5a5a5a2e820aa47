package dev.sentryai.protocol.message;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool that a model may call.
 *
 * @param type {@code function}, or a provider's own word for a tool that it runs itself
 * @param name the name under which the model calls it
 * @param description what the model is told about it; null when nothing
 * @param parameters the JSON Schema of its arguments as {@link Json#write} accepts it; null when it takes none or they are not known
 */
public record ToolDefinition(
        String type,
        String name,
        @Nullable String description,
        @Nullable Object parameters) implements JsonValue {

    /** Returns a tool of the type {@code function}; description and parameters as in the constructor. */
    public static ToolDefinition function(String name, @Nullable String description, @Nullable Object parameters) {
        return new ToolDefinition("function", name, description, parameters);
    }

    /**
     * Returns the definitions as {@code gen_ai.tool.definitions} holds them: a JSON array.
     *
     * @throws IllegalArgumentException if parameters hold something that {@link Json#write} refuses
     */
    public static String toJson(List<ToolDefinition> definitions) {
        return Json.write(definitions);
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type);
        json.put("name", name);
        if (description != null) {
            json.put("description", description);
        }
        if (parameters != null) {
            json.put("parameters", parameters);
        }
        return json;
    }
}
