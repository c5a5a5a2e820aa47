package dev.sentryai.anthropic;

import com.anthropic.core.JsonValue;
import com.anthropic.core.ObjectMappers;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.Tool;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sentryai.providertests.Question;
import dev.sentryai.providertests.ToolUse;
import java.util.List;
import java.util.Map;

/** Questions as requests. Where the client's builders differ between the releases that we support, they are made from JSON. */
final class Requests {

    private static final String BASE64 = ";base64,";

    private Requests() {}

    static MessageCreateParams of(Question question) {
        MessageCreateParams.Builder params =
                MessageCreateParams.builder().model(Question.MODEL).maxTokens(256);
        if (question.instructions() != null) {
            params.system(question.instructions());
        }
        if (question.imageUrl() == null) {
            params.addUserMessage(question.text());
        } else {
            params.addMessage(message("user", List.of(text(question.text()), image(question.imageUrl()))));
        }
        if (question.toolUse() != null) {
            addToolUse(params, question.toolUse());
        }
        question.tools().forEach(tool -> params.addTool(tool(tool)));
        return params.build();
    }

    private static void addToolUse(MessageCreateParams.Builder params, ToolUse use) {
        Object input = json(use.argumentsJson());
        params.addMessage(message(
                "assistant", List.of(Map.of("type", "tool_use", "id", use.id(), "name", use.tool(), "input", input))));
        params.addMessage(message(
                "user", List.of(Map.of("type", "tool_result", "tool_use_id", use.id(), "content", use.result()))));
    }

    private static Object json(String text) {
        try {
            return ObjectMappers.jsonMapper().readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Expected JSON but was " + text, e);
        }
    }

    /** Returns a message of blocks that look as on the wire. */
    static MessageParam message(String role, List<Map<String, ?>> blocks) {
        return JsonValue.from(Map.of("role", role, "content", blocks)).convert(MessageParam.class);
    }

    static Map<String, ?> text(String text) {
        return Map.of("type", "text", "text", text);
    }

    private static Map<String, ?> image(String url) {
        int comma = url.indexOf(BASE64);
        if (comma < 0) {
            return Map.of("type", "image", "source", Map.of("type", "url", "url", url));
        }
        String mediaType = url.substring("data:".length(), comma);
        String data = url.substring(comma + BASE64.length());
        return Map.of("type", "image", "source", Map.of("type", "base64", "media_type", mediaType, "data", data));
    }

    static Tool tool(String name) {
        Map<String, ?> schema = Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string")));
        return Tool.builder()
                .name(name)
                .inputSchema(JsonValue.from(schema).convert(Tool.InputSchema.class))
                .build();
    }
}
