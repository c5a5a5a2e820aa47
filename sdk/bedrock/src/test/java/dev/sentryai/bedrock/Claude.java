package dev.sentryai.bedrock;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.providertests.Question;
import dev.sentryai.providertests.ToolUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/** Questions as Anthropic's messages. */
final class Claude {

    private static final String BASE64 = ";base64,";

    private Claude() {}

    static SdkBytes body(Question question) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("anthropic_version", "bedrock-2023-05-31");
        body.put("max_tokens", 256);
        body.put("messages", messages(question));
        if (question.instructions() != null) {
            body.put("system", question.instructions());
        }
        if (!question.tools().isEmpty()) {
            body.put("tools", question.tools().stream().map(Claude::tool).toList());
        }
        return SdkBytes.fromUtf8String(Json.write(body));
    }

    private static List<Object> messages(Question question) {
        List<Object> said = new ArrayList<>(List.of(Map.of("type", "text", "text", question.text())));
        if (question.imageUrl() != null) {
            said.add(Map.of("type", "image", "source", source(question.imageUrl())));
        }
        List<Object> messages = new ArrayList<>(List.of(Map.of("role", "user", "content", said)));
        ToolUse use = question.toolUse();
        if (use != null) {
            Object input = Json.read(use.argumentsJson());
            messages.add(message(
                    "assistant", Map.of("type", "tool_use", "id", use.id(), "name", use.tool(), "input", input)));
            messages.add(
                    message("user", Map.of("type", "tool_result", "tool_use_id", use.id(), "content", use.result())));
        }
        return messages;
    }

    private static Object message(String role, Map<String, ?> block) {
        return Map.of("role", role, "content", List.of(block));
    }

    private static Map<String, String> source(String url) {
        int comma = url.indexOf(BASE64);
        return comma < 0
                ? Map.of("type", "url", "url", url)
                : Map.of(
                        "type",
                        "base64",
                        "media_type",
                        url.substring("data:".length(), comma),
                        "data",
                        url.substring(comma + BASE64.length()));
    }

    private static Object tool(String name) {
        return Map.of(
                "name",
                name,
                "input_schema",
                Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string"))));
    }
}
