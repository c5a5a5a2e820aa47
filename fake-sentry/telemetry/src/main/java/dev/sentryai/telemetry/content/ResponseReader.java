package dev.sentryai.telemetry.content;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one message of a response's text, object and tool calls, which older conventions kept in attributes of their own. */
final class ResponseReader {

    private ResponseReader() {}

    static List<Message> read(@Nullable Object text, @Nullable Object object, @Nullable Object toolCalls) {
        List<Part> parts = new ArrayList<>(texts(AttributeValue.read(text)));
        parts.addAll(object(AttributeValue.read(object)));
        parts.addAll(ToolPart.calls(toolCalls));
        return parts.isEmpty() ? List.of() : List.of(new Message("assistant", parts, null, null));
    }

    private static List<Part> texts(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(element -> texts(element).stream()).toList();
        }
        if (value instanceof JsonObject object) {
            return MessageReader.read(object, "assistant").stream()
                    .flatMap(message -> message.parts().stream())
                    .toList();
        }
        return Stream.ofNullable(value).map(PartReader::read).toList();
    }

    private static List<Part> object(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            return List.of(new Part.Other("object", Members.withoutType(object)));
        }
        return Stream.ofNullable(value).map(PartReader::read).toList();
    }
}
