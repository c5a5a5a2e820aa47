package dev.sentryai.content;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.json.JsonText;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.value.JsonTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes what messages say, but not what they are.
 *
 * @param filter what each text goes through
 */
record MessageFilter(UnaryOperator<String> filter) {

    List<Message> apply(List<Message> messages) {
        return messages.stream().map(this::apply).toList();
    }

    private Message apply(Message message) {
        String name = message.name() == null ? null : filter.apply(message.name());
        return new Message(
                message.role(), message.parts().stream().map(this::apply).toList(), name, message.finishReason());
    }

    private Part apply(Part part) {
        if (part instanceof Part.Text text) {
            return new Part.Text(filter.apply(text.content()));
        }
        if (part instanceof Part.Reasoning reasoning) {
            return new Part.Reasoning(filter.apply(reasoning.content()));
        }
        if (part instanceof Part.ToolCall call) {
            return new Part.ToolCall(call.id(), call.name(), apply(call.arguments()));
        }
        if (part instanceof Part.ToolCallResponse response) {
            return new Part.ToolCallResponse(response.id(), apply(response.response()));
        }
        if (part instanceof Part.Uri uri) {
            return Part.uri(uri.modality(), filter.apply(uri.uri()), uri.mimeType());
        }
        return part instanceof Part.Other other ? new Part.Other(other.type(), apply(other.fields())) : part;
    }

    private Map<String, @Nullable Object> apply(Map<String, ?> fields) {
        Map<String, @Nullable Object> filtered = new LinkedHashMap<>();
        fields.forEach((key, value) -> filtered.put(key, apply(value)));
        return filtered;
    }

    private @Nullable Object apply(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof String text
                ? JsonTexts.map(text, filter)
                : JsonText.orString(JsonTexts.map(Json.write(value), filter));
    }
}
