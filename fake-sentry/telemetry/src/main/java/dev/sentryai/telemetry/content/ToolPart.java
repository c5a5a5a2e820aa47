package dev.sentryai.telemetry.content;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads tool calls and their answers as the conventions, OpenAI, Anthropic, Google, Bedrock and Vercel write them. */
final class ToolPart {

    private static final String[] IDS = {"id", "call_id", "tool_call_id", "toolCallId", "tool_use_id", "toolUseId"};

    private ToolPart() {}

    /** The calls in an array or in JSON text of one; what is no call is passed over, as Relay does. */
    static List<Part> calls(@Nullable Object attribute) {
        return AttributeValue.read(attribute) instanceof List<?> calls
                ? calls.stream()
                        .filter(JsonObject.class::isInstance)
                        .flatMap(call -> Stream.ofNullable(call((JsonObject) call)))
                        .toList()
                : List.of();
    }

    /** Null if the call names no tool. */
    static @Nullable Part call(JsonObject part) {
        JsonObject function = Members.nested(part, "function");
        String name = Members.text(function, "name", "toolName");
        // OpenAI's Responses API gives a call two ids; answers refer to call_id.
        String id = part.string("call_id").orElse(Members.text(part, IDS));
        return name == null ? null : new Part.ToolCall(id, name, Members.value(function, "arguments", "args", "input"));
    }

    static Part response(JsonObject part) {
        String id = part.string("call_id").orElse(Members.text(part, IDS));
        return new Part.ToolCallResponse(id, Members.value(part, "response", "result", "output", "content"));
    }

    /** Null if the object is neither call nor answer. */
    static @Nullable Part untyped(JsonObject part) {
        if (part.containsKey("functionCall") || part.containsKey("toolUse")) {
            return call(Members.nested(part, "functionCall", "toolUse"));
        }
        if (part.containsKey("functionResponse") || part.containsKey("toolResult")) {
            return response(Members.nested(part, "functionResponse", "toolResult"));
        }
        boolean looksLikeCall =
                part.containsKey("function") || Members.value(part, "arguments", "args", "input") != null;
        return looksLikeCall ? call(part) : null;
    }
}
