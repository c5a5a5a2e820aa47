package dev.sentryai.format.openai;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the items of the responses API: what goes in, as a text or as items, and the items that come out. */
final class ResponseItems {

    private static final String CALL = "_call";
    private static final String OUTPUT = "_output";

    private ResponseItems() {}

    /** Returns the request's instructions, then those among its items. */
    static List<Part> instructions(Wire request) {
        Stream<Part> ofRequest = ContentParts.of(request.get("instructions")).stream();
        Stream<Part> ofItems = request.get("input").items().stream()
                .filter(ResponseItems::isInstruction)
                .flatMap(item -> ContentParts.of(item.get("content")).stream());
        return Stream.concat(ofRequest, ofItems).toList();
    }

    /** Returns the request's input without instructions. */
    static List<Message> conversation(Wire input) {
        String text = input.text();
        if (text != null) {
            return List.of(Message.user(text));
        }
        return input.items().stream()
                .filter(item -> !isInstruction(item))
                .map(item -> new Message(role(item), parts(item), null, null))
                .toList();
    }

    /**
     * Returns what the model answered: one message, as there is but one choice.
     *
     * @param finishReasons one reason at most
     */
    static List<Message> answer(List<Wire> items, List<String> finishReasons) {
        List<Part> parts = new ArrayList<>();
        items.forEach(item -> parts.addAll(parts(item)));
        String reason = finishReasons.isEmpty() ? null : finishReasons.get(0);
        return parts.isEmpty() ? List.of() : List.of(new Message("assistant", parts, null, reason));
    }

    private static boolean isInstruction(Wire item) {
        return Roles.isInstruction(item.get("role").textOrEmpty());
    }

    private static String role(Wire item) {
        String type = item.get("type").textOrEmpty();
        if (isMessage(type)) {
            return Roles.of(item.get("role").textOrEmpty());
        }
        return type.endsWith(OUTPUT) ? "tool" : "assistant";
    }

    /** Messages may come without a type. */
    private static boolean isMessage(String type) {
        return type.isEmpty() || type.equals("message");
    }

    private static List<Part> parts(Wire item) {
        String type = item.get("type").textOrEmpty();
        if (isMessage(type)) {
            return ContentParts.of(item.get("content"));
        }
        return switch (type) {
            case "reasoning" -> reasoning(item);
            case "function_call" -> List.of(call(item, "arguments"));
            case "custom_tool_call" -> List.of(call(item, "input"));
            case "function_call_output", "custom_tool_call_output" -> List.of(result(item));
            default -> List.of(foreign(type, item));
        };
    }

    private static List<Part> reasoning(Wire item) {
        return Stream.concat(item.get("summary").items().stream(), item.get("content").items().stream())
                .<Part>map(text -> new Part.Reasoning(text.get("text").textOrEmpty()))
                .toList();
    }

    private static Part call(Wire item, String arguments) {
        return Part.toolCall(
                item.get("call_id").text(),
                item.get("name").textOrEmpty(),
                item.get(arguments).text());
    }

    private static Part result(Wire item) {
        Wire output = item.get("output");
        return new Part.ToolCallResponse(
                item.get("call_id").text(), output.isList() ? ContentParts.of(output) : output.text());
    }

    /** Tools that the provider runs itself leave items of many shapes, with binary content in some: their name has to do. */
    private static Part foreign(String type, Wire item) {
        if (!type.endsWith(CALL)) {
            return new Part.Other(type, Map.of());
        }
        String name = item.get("name").word();
        String tool = type.substring(0, type.length() - CALL.length());
        return new Part.Other(
                "server_tool_call",
                Map.of("name", name == null ? tool : name, "server_tool_call", Map.of("type", tool)));
    }
}
