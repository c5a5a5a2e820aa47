package dev.sentryai.telemetry.repair.content;

import dev.sentryai.telemetry.repair.tree.ArrayNode;
import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.repair.tree.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Repairs of the parameters of tools as Google writes them: JSON Schema but for the names of types, which are in capital letters. */
final class SchemaRepairs {

    private static final Set<String> GOOGLE_TYPES =
            Set.of("OBJECT", "ARRAY", "STRING", "NUMBER", "INTEGER", "BOOLEAN", "NULL");

    /** Keywords under which schemas stand: one, several in an array, or several by name. */
    private static final List<String> ONE = List.of("items", "additionalProperties", "not");

    private static final List<String> SEVERAL = List.of("anyOf", "oneOf", "allOf", "prefixItems");
    private static final List<String> BY_NAME = List.of("properties", "patternProperties", "$defs", "definitions");

    private SchemaRepairs() {}

    static void lowerCaseTypes(Node value) {
        if (!(value instanceof ObjectNode schema)) {
            return;
        }
        schema.text("type")
                .filter(GOOGLE_TYPES::contains)
                .ifPresent(type -> schema.put("type", type.toLowerCase(Locale.ROOT)));
        ONE.forEach(keyword -> {
            if (schema.get(keyword) instanceof ObjectNode inner) {
                lowerCaseTypes(inner);
            }
        });
        SEVERAL.forEach(keyword -> {
            if (schema.get(keyword) instanceof ArrayNode inner) {
                inner.values().forEach(SchemaRepairs::lowerCaseTypes);
            }
        });
        BY_NAME.forEach(keyword -> {
            if (schema.get(keyword) instanceof ObjectNode inner) {
                inner.values().forEach(SchemaRepairs::lowerCaseTypes);
            }
        });
    }
}
