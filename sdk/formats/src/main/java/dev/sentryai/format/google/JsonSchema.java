package dev.sentryai.format.google;

import dev.sentryai.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes Google's schemas, whose types are in upper case and may be nullable, as JSON Schema. */
final class JsonSchema {

    private static final String UNSPECIFIED = "type_unspecified";

    /** What means the same in both. */
    private static final List<String> COMMON = List.of(
            "title",
            "description",
            "format",
            "enum",
            "required",
            "pattern",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties");

    private JsonSchema() {}

    static Map<String, Object> of(Wire schema) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "type", type(schema));
        COMMON.forEach(name -> put(json, name, schema.get(name).plain()));
        Map<String, Object> properties = new LinkedHashMap<>();
        schema.get("properties").members().forEach((name, property) -> properties.put(name, of(property)));
        put(json, "properties", properties.isEmpty() ? null : properties);
        if (schema.get("items").isPresent()) {
            json.put("items", of(schema.get("items")));
        }
        if (schema.get("anyOf").isList()) {
            json.put(
                    "anyOf",
                    schema.get("anyOf").items().stream().map(JsonSchema::of).toList());
        }
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static @Nullable Object type(Wire schema) {
        String type = schema.get("type").textOrEmpty().toLowerCase(Locale.ROOT);
        if (type.isEmpty() || type.equals(UNSPECIFIED)) {
            return null;
        }
        return Boolean.TRUE.equals(schema.get("nullable").plain()) ? List.of(type, "null") : type;
    }
}
