package dev.sentryai.telemetry.relay;

import static dev.sentryai.protocol.GenAiAttributes.INPUT_MESSAGES;
import static dev.sentryai.protocol.GenAiAttributes.OUTPUT_MESSAGES;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import dev.sentryai.telemetry.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings messages under deprecated names into today's shape, with the losses that Relay's own way of doing so has. */
final class MessageTransform {

    private static final String REQUEST_MESSAGES = "gen_ai.request.messages";
    private static final String RESPONSE_TEXT = "gen_ai.response.text";
    private static final String RESPONSE_TOOL_CALLS = "gen_ai.response.tool_calls";
    private static final String CONTENT = "content";

    private MessageTransform() {}

    static void apply(Draft draft) {
        request(draft);
        response(draft);
    }

    private static void request(Draft draft) {
        Object messages = draft.get(REQUEST_MESSAGES);
        if (messages != null && draft.has(INPUT_MESSAGES)) {
            draft.remove(ChangeKind.RESHAPED, REQUEST_MESSAGES, INPUT_MESSAGES + " is there already");
        } else if (messages instanceof String text) {
            draft.set(ChangeKind.RESHAPED, INPUT_MESSAGES, messages(text), "from " + REQUEST_MESSAGES);
            draft.remove(ChangeKind.RESHAPED, REQUEST_MESSAGES, "now " + INPUT_MESSAGES);
        }
    }

    private static String messages(String text) {
        return parse(text) instanceof List<?> messages
                ? Draft.json(messages.stream().map(MessageTransform::message).toList())
                        .orElse(text)
                : text;
    }

    private static @Nullable Object message(@Nullable Object message) {
        if (!(message instanceof JsonObject object)) {
            return message;
        }
        Map<String, @Nullable Object> shaped = new LinkedHashMap<>(object);
        if (object.get(CONTENT) instanceof String text) {
            shaped.remove(CONTENT);
            shaped.put("parts", List.of(textPart(text)));
        } else if (object.get(CONTENT) instanceof List<?> parts) {
            shaped.remove(CONTENT);
            shaped.put("parts", parts.stream().map(MessageTransform::part).toList());
        }
        return shaped;
    }

    private static @Nullable Object part(@Nullable Object part) {
        if (!(part instanceof JsonObject object) || object.containsKey(CONTENT) || !object.containsKey("text")) {
            return part;
        }
        Map<String, @Nullable Object> shaped = new LinkedHashMap<>(object);
        shaped.put(CONTENT, object.get("text"));
        return shaped;
    }

    private static void response(Draft draft) {
        boolean isThere = draft.has(OUTPUT_MESSAGES);
        List<Object> parts = new ArrayList<>(texts(draft.get(RESPONSE_TEXT)));
        parts.addAll(toolCalls(draft.get(RESPONSE_TOOL_CALLS)));
        if (!isThere) {
            assistantMessage(parts)
                    .ifPresent(text -> draft.set(ChangeKind.RESHAPED, OUTPUT_MESSAGES, text, "from gen_ai.response.*"));
        }
        String reason = isThere
                ? OUTPUT_MESSAGES + " is there already"
                : draft.has(OUTPUT_MESSAGES)
                        ? "now " + OUTPUT_MESSAGES
                        : "nothing in it is understood: its content is lost";
        Stream.of(RESPONSE_TEXT, RESPONSE_TOOL_CALLS)
                .filter(draft::has)
                .forEach(key -> draft.remove(ChangeKind.RESHAPED, key, reason));
    }

    private static Optional<String> assistantMessage(List<Object> parts) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", "assistant");
        message.put("parts", parts);
        return parts.isEmpty() ? Optional.empty() : Draft.json(List.of(message));
    }

    private static List<Map<String, Object>> texts(@Nullable Object sent) {
        Object value = sent instanceof String text ? parse(text) : sent;
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(element -> element instanceof JsonObject object ? object.get(CONTENT) : element)
                    .flatMap(MessageTransform::textPartOf)
                    .toList();
        }
        if (value instanceof JsonObject object) {
            return textPartOf(object.get(CONTENT)).toList();
        }
        return sent == null ? List.of() : List.of(textPart(value instanceof String text ? text : sent.toString()));
    }

    private static List<Map<String, @Nullable Object>> toolCalls(@Nullable Object sent) {
        Object value = sent instanceof String text ? parse(text) : sent;
        List<Map<String, @Nullable Object>> calls = new ArrayList<>();
        for (Object call : value instanceof List<?> list ? list : List.of()) {
            if (call instanceof JsonObject object) {
                Map<String, @Nullable Object> part = new LinkedHashMap<>(object);
                part.put("type", "tool_call");
                calls.add(part);
            }
        }
        return calls;
    }

    private static Stream<Map<String, Object>> textPartOf(@Nullable Object value) {
        return value instanceof String text ? Stream.of(textPart(text)) : Stream.empty();
    }

    private static Map<String, Object> textPart(String text) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("type", "text");
        part.put(CONTENT, text);
        return part;
    }

    /** The JSON value of the text; the text itself if it is none. */
    private static @Nullable Object parse(String text) {
        try {
            return JsonReader.read(text);
        } catch (MalformedJsonException e) {
            return text;
        }
    }
}
