package dev.sentryai.providertests.http;

import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import dev.sentryai.providertests.ToolUse;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chat completions, as most providers offer them.
 *
 * @param provider who offers them
 */
public record OpenAiProtocol(String provider) implements Protocol {

    @Override
    public Provider.Names names(String origin) {
        return new Provider.Names("chat", provider, origin, "stop", "stop");
    }

    @Override
    public Set<Feature> lacks() {
        return Set.of();
    }

    @Override
    public Set<Gap> gaps() {
        return provider.equals("openai") ? Set.of() : Set.of(Gap.KNOWN_PROVIDER);
    }

    @Override
    public Stubbing script(FakeLlm llm) {
        return llm.onChat();
    }

    @Override
    public String path(boolean isStreamed) {
        return "/v1/chat/completions";
    }

    @Override
    public String embeddingsPath() {
        return "/v1/embeddings";
    }

    @Override
    public Map<String, Object> request(Question question, boolean isStreamed) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("model", Question.MODEL);
        request.put("messages", messages(question));
        if (!question.tools().isEmpty()) {
            request.put(
                    "tools", question.tools().stream().map(OpenAiProtocol::tool).toList());
        }
        if (isStreamed) {
            request.put("stream", true);
            request.put("stream_options", Map.of("include_usage", true));
        }
        return request;
    }

    private static List<Object> messages(Question question) {
        List<Object> messages = new ArrayList<>();
        if (question.instructions() != null) {
            messages.add(Map.of("role", "system", "content", question.instructions()));
        }
        messages.add(Map.of("role", "user", "content", content(question)));
        ToolUse use = question.toolUse();
        if (use != null) {
            Object function = Map.of("name", use.tool(), "arguments", use.argumentsJson());
            Object call = Map.of("id", use.id(), "type", "function", "function", function);
            messages.add(Map.of("role", "assistant", "tool_calls", List.of(call)));
            messages.add(Map.of("role", "tool", "tool_call_id", use.id(), "content", use.result()));
        }
        return messages;
    }

    private static Object content(Question question) {
        String image = question.imageUrl();
        return image == null
                ? question.text()
                : List.of(
                        Map.of("type", "text", "text", question.text()),
                        Map.of("type", "image_url", "image_url", Map.of("url", image)));
    }

    private static Object tool(String name) {
        return Map.of("type", "function", "function", Map.of("name", name, "parameters", parameters()));
    }

    static Map<String, Object> parameters() {
        return Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string")));
    }

    @Override
    public String text(Wire answer) {
        return texts(answer, "message");
    }

    @Override
    public String chunkText(Wire chunk) {
        return texts(chunk, "delta");
    }

    private static String texts(Wire answer, String member) {
        return answer.get("choices").items().stream()
                .map(choice -> choice.get(member).get("content").textOrEmpty())
                .collect(Collectors.joining());
    }
}
