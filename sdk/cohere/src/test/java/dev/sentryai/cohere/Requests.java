package dev.sentryai.cohere;

import com.cohere.api.core.ObjectMappers;
import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.resources.v2.requests.V2ChatStreamRequest;
import com.cohere.api.resources.v2.requests.V2EmbedRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sentryai.providertests.Question;
import dev.sentryai.providertests.ToolUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions as requests, made from what they look like on the wire. */
final class Requests {

    private Requests() {}

    static V2ChatRequest chat(Question question) {
        return as(V2ChatRequest.class, json(question));
    }

    static V2ChatStreamRequest chatStream(Question question) {
        return as(V2ChatStreamRequest.class, json(question));
    }

    static V2EmbedRequest embed(String... texts) {
        return as(
                V2EmbedRequest.class,
                Map.of("model", "text-embedding-3-small", "input_type", "search_document", "texts", List.of(texts)));
    }

    static <T> T as(Class<T> type, Map<String, ?> json) {
        return ObjectMappers.JSON_MAPPER.convertValue(json, type);
    }

    /** Returns a question as JSON, with more fields or other ones. */
    static Map<String, ?> with(Question question, Map<String, ?> more) {
        Map<String, Object> request = new LinkedHashMap<>(json(question));
        request.putAll(more);
        return request;
    }

    static Object parse(String json) {
        try {
            return ObjectMappers.JSON_MAPPER.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Expected JSON but was " + json, e);
        }
    }

    private static Map<String, ?> json(Question question) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("model", Question.MODEL);
        request.put("messages", messages(question));
        if (!question.tools().isEmpty()) {
            request.put("tools", question.tools().stream().map(Requests::tool).toList());
        }
        return request;
    }

    private static List<Map<String, ?>> messages(Question question) {
        List<Map<String, ?>> messages = new ArrayList<>();
        if (question.instructions() != null) {
            messages.add(message("system", question.instructions()));
        }
        messages.add(message("user", content(question)));
        if (question.toolUse() != null) {
            addToolUse(messages, question.toolUse());
        }
        return messages;
    }

    private static Object content(Question question) {
        return question.imageUrl() == null
                ? question.text()
                : List.of(
                        Map.of("type", "text", "text", question.text()),
                        Map.of("type", "image_url", "image_url", Map.of("url", question.imageUrl())));
    }

    static Map<String, ?> message(String role, Object content) {
        return Map.of("role", role, "content", content);
    }

    private static void addToolUse(List<Map<String, ?>> messages, ToolUse use) {
        Map<String, ?> function = Map.of("name", use.tool(), "arguments", use.argumentsJson());
        Map<String, ?> call = Map.of("id", use.id(), "type", "function", "function", function);
        messages.add(Map.of("role", "assistant", "tool_calls", List.of(call)));
        messages.add(Map.of("role", "tool", "tool_call_id", use.id(), "content", use.result()));
    }

    private static Map<String, ?> tool(String name) {
        Map<String, ?> schema = Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string")));
        return Map.of("type", "function", "function", Map.of("name", name, "parameters", schema));
    }
}
