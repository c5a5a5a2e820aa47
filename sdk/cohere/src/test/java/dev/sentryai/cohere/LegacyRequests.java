package dev.sentryai.cohere;

import com.cohere.api.requests.ChatRequest;
import com.cohere.api.requests.ChatStreamRequest;
import com.cohere.api.requests.EmbedRequest;
import dev.sentryai.providertests.Question;
import dev.sentryai.providertests.ToolUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions as requests of the first version, made from what they look like on the wire. */
final class LegacyRequests {

    private LegacyRequests() {}

    static ChatRequest chat(Question question) {
        return Requests.as(ChatRequest.class, json(question));
    }

    static ChatStreamRequest chatStream(Question question) {
        return Requests.as(ChatStreamRequest.class, json(question));
    }

    static EmbedRequest embed(String... texts) {
        return Requests.as(EmbedRequest.class, Map.of("model", "text-embedding-3-small", "texts", List.of(texts)));
    }

    private static Map<String, ?> json(Question question) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("model", Question.MODEL);
        request.put("message", question.text());
        if (question.instructions() != null) {
            request.put("preamble", question.instructions());
        }
        if (!question.tools().isEmpty()) {
            request.put(
                    "tools", question.tools().stream().map(LegacyRequests::tool).toList());
        }
        if (question.toolUse() != null) {
            putToolUse(request, question.text(), question.toolUse());
        }
        return request;
    }

    private static void putToolUse(Map<String, Object> request, String text, ToolUse use) {
        Map<String, ?> call = Map.of("name", use.tool(), "parameters", Requests.parse(use.argumentsJson()));
        request.put("message", "");
        request.put(
                "chat_history",
                List.of(
                        Map.of("role", "USER", "message", text),
                        Map.of("role", "CHATBOT", "message", "", "tool_calls", List.of(call))));
        request.put("tool_results", List.of(Map.of("call", call, "outputs", List.of(Map.of("result", use.result())))));
    }

    private static Map<String, ?> tool(String name) {
        return Map.of(
                "name",
                name,
                "description",
                "Looks it up",
                "parameter_definitions",
                Map.of("city", Map.of("type", "str", "required", true)));
    }
}
