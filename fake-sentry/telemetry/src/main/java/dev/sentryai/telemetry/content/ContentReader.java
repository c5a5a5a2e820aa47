package dev.sentryai.telemetry.content;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the content of gen_ai attributes. Every method takes an attribute's value as sent (text that holds JSON, plain text, or the
 * values themselves), accepts null for an absent one, and never refuses: what it does not know it hands on as it is. Results are
 * immutable.
 */
public final class ContentReader {

    private ContentReader() {}

    /**
     * Reads messages in every shape that Sentry's readers tolerate.
     *
     * @param attribute the attribute's value
     * @param defaultRole the role of what is sent without one, for example {@code user}
     * @return the messages, none for an absent attribute
     */
    public static List<Message> messages(@Nullable Object attribute, String defaultRole) {
        return MessageReader.read(attribute, defaultRole);
    }

    /**
     * Reads a response that is spread over several attributes, as in older conventions.
     *
     * @param text the response's text or texts
     * @param object the response's structured output
     * @param toolCalls the tool calls
     * @return one message of the role {@code assistant}, none if all are absent or empty
     */
    public static List<Message> response(@Nullable Object text, @Nullable Object object, @Nullable Object toolCalls) {
        return ResponseReader.read(text, object, toolCalls);
    }

    /**
     * Reads system instructions.
     *
     * @param attribute the attribute's value
     * @return the parts, none for an absent attribute
     */
    public static List<Part> instructions(@Nullable Object attribute) {
        return MessageReader.read(attribute, "system").stream()
                .flatMap(message -> message.parts().stream())
                .toList();
    }

    /**
     * Reads tool definitions.
     *
     * @param attribute the attribute's value
     * @return the definitions, none for an absent attribute
     */
    public static List<ToolDefinition> toolDefinitions(@Nullable Object attribute) {
        return ToolDefinitionReader.read(attribute);
    }

    /**
     * Reads a list of texts, for example finish reasons, from an array, from JSON text of one, or from a single text.
     *
     * @param attribute the attribute's value
     * @return the texts, none for an absent attribute
     */
    public static List<String> texts(@Nullable Object attribute) {
        Object value = AttributeValue.read(attribute);
        if (value instanceof List<?> list) {
            return list.stream().filter(Objects::nonNull).map(Object::toString).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
