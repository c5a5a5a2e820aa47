package dev.sentryai.providertests.http;

import static java.util.Objects.requireNonNull;

import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import dev.sentryai.protocol.json.Json;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import dev.sentryai.providertests.ToolUse;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Messages of Anthropic's. */
public record AnthropicProtocol() implements Protocol {

    private static final Pattern DATA_URL = Pattern.compile("data:([^;]*);base64,(.*)");

    @Override
    public Provider.Names names(String origin) {
        return new Provider.Names("chat", "anthropic", origin, "end_turn", "refusal");
    }

    @Override
    public Set<Feature> lacks() {
        return Set.of(Feature.SEVERAL_ANSWERS);
    }

    @Override
    public Stubbing script(FakeLlm llm) {
        return llm.onChat();
    }

    @Override
    public String path(boolean isStreamed) {
        return "/v1/messages";
    }

    @Override
    public Map<String, Object> request(Question question, boolean isStreamed) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("model", Question.MODEL);
        request.put("max_tokens", 100);
        request.put("stream", isStreamed);
        if (question.instructions() != null) {
            request.put("system", question.instructions());
        }
        request.put("messages", messages(question));
        if (!question.tools().isEmpty()) {
            request.put(
                    "tools",
                    question.tools().stream()
                            .map(name -> Map.of("name", name, "input_schema", OpenAiProtocol.parameters()))
                            .toList());
        }
        return request;
    }

    private static List<Object> messages(Question question) {
        List<Object> messages = new ArrayList<>();
        messages.add(message("user", content(question)));
        ToolUse use = question.toolUse();
        if (use != null) {
            messages.add(message(
                    "assistant",
                    List.of(Map.of(
                            "type", "tool_use",
                            "id", use.id(),
                            "name", use.tool(),
                            "input", requireNonNull(Json.read(use.argumentsJson()))))));
            messages.add(message(
                    "user", List.of(Map.of("type", "tool_result", "tool_use_id", use.id(), "content", use.result()))));
        }
        return messages;
    }

    private static Object message(String role, Object content) {
        return Map.of("role", role, "content", content);
    }

    private static List<Object> content(Question question) {
        List<Object> content = new ArrayList<>();
        content.add(Map.of("type", "text", "text", question.text()));
        String image = question.imageUrl();
        if (image != null) {
            content.add(Map.of("type", "image", "source", source(image)));
        }
        return content;
    }

    private static Object source(String image) {
        Matcher data = DATA_URL.matcher(image);
        return data.matches()
                ? Map.of("type", "base64", "media_type", data.group(1), "data", data.group(2))
                : Map.of("type", "url", "url", image);
    }

    @Override
    public String text(Wire answer) {
        return answer.get("content").items().stream()
                .map(block -> block.get("text").textOrEmpty())
                .collect(Collectors.joining());
    }

    @Override
    public String chunkText(Wire chunk) {
        return chunk.get("delta").get("text").textOrEmpty();
    }
}
