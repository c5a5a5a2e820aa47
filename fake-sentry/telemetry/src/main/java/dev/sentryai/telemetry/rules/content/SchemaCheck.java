package dev.sentryai.telemetry.rules.content;

import dev.sentryai.telemetry.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a value can be a JSON Schema: what its commonest keywords hold, not what they mean together. */
final class SchemaCheck {

    private static final Set<String> TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null");

    private SchemaCheck() {}

    /** What is wrong; null if nothing is. */
    static @Nullable String fault(@Nullable Object value) {
        if (value instanceof Boolean) {
            return null;
        }
        if (!(value instanceof JsonObject schema)) {
            return "it must be an object";
        }
        if (!isType(schema.get("type"))) {
            return "unknown type " + schema.get("type");
        }
        String fault = faultOfProperties(schema.get("properties"));
        if (fault == null && schema.containsKey("items") && !(schema.get("items") instanceof List)) {
            fault = fault(schema.get("items"));
        }
        return fault == null && !isRequired(schema.get("required")) ? "required must be an array of names" : fault;
    }

    private static boolean isType(@Nullable Object type) {
        if (type instanceof List<?> types) {
            return !types.isEmpty() && types.stream().allMatch(TYPES::contains);
        }
        return type == null || TYPES.contains(type);
    }

    private static @Nullable String faultOfProperties(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof JsonObject properties)) {
            return "properties must be an object";
        }
        for (Map.Entry<String, @Nullable Object> property : properties.entrySet()) {
            String fault = fault(property.getValue());
            if (fault != null) {
                return fault + " (property " + property.getKey() + ')';
            }
        }
        return null;
    }

    /** Draft 3 had a flag there. */
    private static boolean isRequired(@Nullable Object required) {
        return required == null
                || required instanceof Boolean
                || (required instanceof List<?> names && names.stream().allMatch(String.class::isInstance));
    }
}
