package dev.sentryai.deprecated;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.json.MalformedJsonException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the values of attributes looked before the conventions changed them. Text that is not in today's shape is left as it is:
 * servers understand much.
 */
final class FormerShape {

    private static final String PARTS = "parts";
    private static final String CONTENT = "content";
    private static final String TYPE = "type";
    private static final String TEXT = "text";

    private FormerShape() {}

    /** Returns messages as {@code [{role, content}]}, where content is one text or an array of parts. */
    static Optional<String> messages(String messages) {
        return objectsIn(messages)
                .flatMap(all -> write(all.stream().map(FormerShape::withContent).toList()))
                .or(() -> Optional.of(messages));
    }

    /** Returns the texts of messages as an array of strings, without thoughts: there was no place for them. */
    static Optional<String> texts(String messages) {
        return objectsIn(messages)
                .map(all -> write(textsOf(partsOf(all)).toList()))
                .orElse(Optional.of(messages));
    }

    /** Returns the tool calls in messages as an array of {@code {type, id, name, arguments}}. */
    static Optional<String> toolCalls(String messages) {
        return objectsIn(messages)
                .flatMap(all -> write(partsOf(all)
                        .filter(part -> "tool_call".equals(part.get(TYPE)))
                        .map(part -> with(part, TYPE, "function_call"))
                        .toList()));
    }

    /** Returns the texts of system instructions, each in lines of its own. */
    static Optional<String> plainText(String instructions) {
        return objectsIn(instructions)
                .map(parts -> String.join("\n", textsOf(parts.stream()).toList()))
                .or(() -> Optional.of(instructions))
                .filter(text -> !text.isEmpty());
    }

    /** Returns the string in an array that has no other. */
    static Optional<String> onlyElement(String array) {
        return listIn(array)
                .filter(elements -> elements.size() == 1 && elements.get(0) instanceof String)
                .map(elements -> (String) elements.get(0))
                .or(() -> Optional.of(array));
    }

    private static Map<?, ?> withContent(Map<?, ?> message) {
        if (!(message.get(PARTS) instanceof List<?> parts)) {
            return message;
        }
        Map<Object, @Nullable Object> former = new LinkedHashMap<>();
        message.forEach((key, value) -> former.put(key.equals(PARTS) ? CONTENT : key, value));
        former.put(CONTENT, contentOf(parts));
        return former;
    }

    private static @Nullable Object contentOf(List<?> parts) {
        if (parts.size() == 1 && parts.get(0) instanceof Map<?, ?> only && isText(only)) {
            return only.get(CONTENT);
        }
        return parts.stream().map(FormerShape::formerPart).toList();
    }

    private static @Nullable Object formerPart(@Nullable Object part) {
        if (!(part instanceof Map<?, ?> object) || !isText(object)) {
            return part;
        }
        Map<Object, @Nullable Object> former = new LinkedHashMap<>();
        object.forEach((key, value) -> former.put(key.equals(CONTENT) ? TEXT : key, value));
        return former;
    }

    private static boolean isText(Map<?, ?> part) {
        return TEXT.equals(part.get(TYPE)) && part.get(CONTENT) instanceof String;
    }

    private static Map<?, ?> with(Map<?, ?> object, String key, String value) {
        Map<Object, @Nullable Object> changed = new LinkedHashMap<>(object);
        changed.put(key, value);
        return changed;
    }

    private static Stream<Map<?, ?>> partsOf(List<Map<?, ?>> messages) {
        return messages.stream()
                .map(message -> message.get(PARTS))
                .filter(List.class::isInstance)
                .flatMap(parts -> ((List<?>) parts).stream())
                .filter(Map.class::isInstance)
                .map(part -> (Map<?, ?>) part);
    }

    private static Stream<String> textsOf(Stream<Map<?, ?>> parts) {
        return parts.filter(FormerShape::isText).map(part -> String.valueOf(part.get(CONTENT)));
    }

    private static Optional<List<Map<?, ?>>> objectsIn(String text) {
        return listIn(text)
                .filter(elements -> elements.stream().allMatch(Map.class::isInstance))
                .map(elements -> elements.stream()
                        .<Map<?, ?>>map(element -> (Map<?, ?>) element)
                        .toList());
    }

    private static Optional<List<?>> listIn(String text) {
        try {
            return Json.read(text) instanceof List<?> list ? Optional.of(list) : Optional.empty();
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    /** Returns empty for what there is nothing of, and for what nests too deeply to be written. */
    private static Optional<String> write(List<?> values) {
        try {
            return values.isEmpty() ? Optional.empty() : Optional.of(Json.write(values));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
