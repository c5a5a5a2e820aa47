package dev.sentryai.value;

import static java.util.Objects.requireNonNull;

import dev.sentryai.protocol.message.Part;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code JsonNode} of Jackson 2 or 3 through its public methods. Jackson is no dependency: which one is there, if
 * any, is the application's choice.
 */
final class JacksonNode {

    private static final Set<String> NODE_CLASSES =
            Set.of("com.fasterxml.jackson.databind.JsonNode", "tools.jackson.databind.JsonNode");

    private JacksonNode() {}

    static boolean isNode(Object value) {
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            if (NODE_CLASSES.contains(type.getName())) {
                return true;
            }
        }
        return false;
    }

    /** Returns one level of the tree: null, a String, Boolean or Number, or an Iterable or Map of further nodes. */
    static @Nullable Object open(Object node) throws ReflectiveOperationException {
        return switch (String.valueOf(call(node, "getNodeType"))) {
            case "OBJECT" -> fields(node);
            case "ARRAY" -> elements(node);
            case "STRING" -> call(node, "stringValue", "textValue");
            case "NUMBER" -> call(node, "numberValue");
            case "BOOLEAN" -> call(node, "booleanValue");
            case "BINARY" -> Part.BLOB_SUBSTITUTE;
            case "POJO" -> call(node, "getPojo");
            default -> null;
        };
    }

    private static Map<String, Object> fields(Object node) throws ReflectiveOperationException {
        Object properties = call(node, "properties", "fields"); // a Set since Jackson 2.15, an Iterator before
        Iterator<?> entries =
                properties instanceof Iterable<?> all ? all.iterator() : (Iterator<?>) requireNonNull(properties);
        Map<String, Object> fields = new LinkedHashMap<>();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) entries.next();
            fields.put(String.valueOf(entry.getKey()), entry.getValue());
        }
        return fields;
    }

    private static List<Object> elements(Object node) {
        List<Object> elements = new ArrayList<>();
        ((Iterable<?>) node).forEach(elements::add);
        return elements;
    }

    /** Calls the one of the methods that this version of Jackson has. */
    private static @Nullable Object call(Object node, String... alternatives) throws ReflectiveOperationException {
        List<String> names = List.of(alternatives);
        return Stream.of(node.getClass().getMethods())
                .filter(method -> method.getParameterCount() == 0 && names.contains(method.getName()))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(node.getClass().getName() + " has none of " + names))
                .invoke(node);
    }
}
