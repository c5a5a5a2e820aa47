package dev.sentryai.protocol.message;

import dev.sentryai.protocol.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a conversation with a model. Immutable as far as its parts are.
 *
 * @param role who speaks: {@code system}, {@code user}, {@code assistant}, {@code tool}, or a provider's own word
 * @param parts what is said, in order; may be empty
 * @param name the participant's name; null when the participant has none
 * @param finishReason why the model stopped, on messages that it wrote; null when not known
 */
public record Message(
        String role,
        List<Part> parts,
        @Nullable String name,
        @Nullable String finishReason) implements JsonValue {

    /** Copies the parts. */
    public Message {
        parts = List.copyOf(parts);
    }

    /** Returns a message without a name and a finish reason. */
    public static Message of(String role, Part... parts) {
        return new Message(role, List.of(parts), null, null);
    }

    /** Returns a message of the role {@code system} with one text. */
    public static Message system(String text) {
        return of("system", new Part.Text(text));
    }

    /** Returns a message of the role {@code user} with one text. */
    public static Message user(String text) {
        return of("user", new Part.Text(text));
    }

    /** Returns a message of the role {@code assistant} with one text. */
    public static Message assistant(String text) {
        return of("assistant", new Part.Text(text));
    }

    /**
     * Returns a message of the role {@code tool} that answers one tool call.
     *
     * @param toolCallId the id of the call that is answered; null when not known
     * @param response what the tool returned, see {@link Part.ToolCallResponse#response}
     */
    public static Message tool(@Nullable String toolCallId, @Nullable Object response) {
        return of("tool", new Part.ToolCallResponse(toolCallId, response));
    }

    /** Returns this message with another finish reason; null takes it away. */
    public Message withFinishReason(@Nullable String newFinishReason) {
        return new Message(role, parts, name, newFinishReason);
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("role", role);
        json.put("parts", parts);
        if (name != null) {
            json.put("name", name);
        }
        if (finishReason != null) {
            json.put("finish_reason", finishReason);
        }
        return json;
    }
}
