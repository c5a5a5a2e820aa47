package dev.sentryai.google;

import com.google.genai.types.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes Google's schemas, whose types are in upper case and may be nullable, as JSON Schema. */
final class JsonSchema {

    private static final String UNSPECIFIED = "type_unspecified";

    private final Map<String, Object> json = new LinkedHashMap<>();

    private JsonSchema() {}

    static Map<String, Object> of(Schema schema) {
        return new JsonSchema().with(schema).json;
    }

    private JsonSchema with(Schema schema) {
        put("type", type(schema));
        put("title", schema.title());
        put("description", schema.description());
        put("format", schema.format());
        put("enum", schema.enum_());
        put("properties", schema.properties().map(JsonSchema::each));
        put("required", schema.required());
        put("items", schema.items().map(JsonSchema::of));
        put("anyOf", schema.anyOf().map(any -> any.stream().map(JsonSchema::of).toList()));
        return withLimits(schema);
    }

    private JsonSchema withLimits(Schema schema) {
        put("pattern", schema.pattern());
        put("minimum", schema.minimum());
        put("maximum", schema.maximum());
        put("minLength", schema.minLength());
        put("maxLength", schema.maxLength());
        put("minItems", schema.minItems());
        put("maxItems", schema.maxItems());
        put("minProperties", schema.minProperties());
        put("maxProperties", schema.maxProperties());
        return this;
    }

    private void put(String key, Optional<?> value) {
        value.ifPresent(known -> json.put(key, known));
    }

    private static Optional<Object> type(Schema schema) {
        boolean isNullable = schema.nullable().orElse(false);
        return schema.type()
                .map(type -> type.toString().toLowerCase(Locale.ROOT))
                .filter(type -> !type.equals(UNSPECIFIED))
                .map(type -> isNullable ? List.of(type, "null") : type);
    }

    private static Map<String, Object> each(Map<String, Schema> schemas) {
        Map<String, Object> each = new LinkedHashMap<>();
        schemas.forEach((name, schema) -> each.put(name, of(schema)));
        return each;
    }
}
