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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chats of Ollama's own API. */
public record OllamaProtocol() implements Protocol {

    @Override
    public Provider.Names names(String origin) {
        return new Provider.Names("chat", "ollama", origin, "stop", "stop");
    }

    /** Errors have a text and no type, in streams as elsewhere; images have no type either. */
    @Override
    public Set<Feature> lacks() {
        return EnumSet.of(
                Feature.IMAGE_TYPES,
                Feature.IMAGE_ADDRESSES,
                Feature.TOOL_CALL_IDS,
                Feature.ANSWER_IDS,
                Feature.REFUSALS,
                Feature.SEVERAL_ANSWERS,
                Feature.CACHED_TOKENS,
                Feature.CACHE_WRITE_TOKENS,
                Feature.REASONING_TOKENS,
                Feature.ERRORS_IN_STREAMS,
                Feature.ERROR_TYPES);
    }

    @Override
    public Stubbing script(FakeLlm llm) {
        return llm.onChat();
    }

    @Override
    public String path(boolean isStreamed) {
        return "/api/chat";
    }

    @Override
    public boolean streamsLines() {
        return true;
    }

    @Override
    public String embeddingsPath() {
        return "/api/embed";
    }

    /** A stream need not be asked for. */
    @Override
    public Map<String, Object> request(Question question, boolean isStreamed) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("model", Question.MODEL);
        if (!isStreamed) {
            request.put("stream", false);
        }
        request.put("options", Map.of("num_predict", 100));
        request.put("messages", messages(question));
        if (!question.tools().isEmpty()) {
            request.put(
                    "tools",
                    question.tools().stream()
                            .map(name -> Map.of(
                                    "type",
                                    "function",
                                    "function",
                                    Map.of("name", name, "parameters", OpenAiProtocol.parameters())))
                            .toList());
        }
        return request;
    }

    private static List<Object> messages(Question question) {
        List<Object> messages = new ArrayList<>();
        if (question.instructions() != null) {
            messages.add(Map.of("role", "system", "content", question.instructions()));
        }
        messages.add(asked(question));
        ToolUse use = question.toolUse();
        if (use != null) {
            Object function = Map.of("name", use.tool(), "arguments", requireNonNull(Json.read(use.argumentsJson())));
            messages.add(
                    Map.of("role", "assistant", "content", "", "tool_calls", List.of(Map.of("function", function))));
            messages.add(Map.of("role", "tool", "tool_name", use.tool(), "content", use.result()));
        }
        return messages;
    }

    private static Object asked(Question question) {
        String image = question.imageUrl();
        return image == null
                ? Map.of("role", "user", "content", question.text())
                : Map.of(
                        "role",
                        "user",
                        "content",
                        question.text(),
                        "images",
                        List.of(image.substring(image.indexOf(',') + 1)));
    }

    @Override
    public String text(Wire answer) {
        return answer.get("message").get("content").textOrEmpty();
    }

    @Override
    public String chunkText(Wire chunk) {
        return text(chunk);
    }
}
