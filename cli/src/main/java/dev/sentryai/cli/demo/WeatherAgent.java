package dev.sentryai.cli.demo;

import dev.sentryai.AiSpan;
import dev.sentryai.SentryAi;
import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.telemetry.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An agent with one tool, instrumented by hand as an application would do it. */
final class WeatherAgent {

    private static final String NAME = "Weather Agent";
    private static final String MODEL = "gpt-4o-mini";
    private static final String PROVIDER = "openai";
    private static final String INSTRUCTIONS = "You answer questions about the weather. Use the tool.";
    private static final Map<String, Object> PARAMETERS =
            Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string")));
    private static final ToolDefinition TOOL =
            ToolDefinition.function("get_weather", "Current weather of a city", PARAMETERS);

    private final ChatClient client;
    private final List<Map<String, Object>> conversation = new ArrayList<>();

    /** What came since the model's last turn: its spans hold that, and not the whole history again. */
    private final List<Message> news = new ArrayList<>();

    WeatherAgent(ChatClient client) {
        this.client = client;
    }

    /** Asks the model, calls the tool as often as the model wants, and returns the model's last word. */
    String answer(String question) throws IOException, InterruptedException {
        try (AiSpan agent = SentryAi.invokeAgent(NAME)) {
            agent.setProvider(PROVIDER)
                    .setModel(MODEL)
                    .setSystemInstructions(INSTRUCTIONS)
                    .setInput(question);
            conversation.add(Map.of("role", "system", "content", INSTRUCTIONS));
            conversation.add(Map.of("role", "user", "content", question));
            news.add(Message.user(question));
            JsonObject reply = chat();
            while (!reply.array("tool_calls").isEmpty()) {
                callTool((JsonObject) reply.array("tool_calls").get(0), reply);
                reply = chat();
            }
            String answer = reply.string("content").orElse("");
            agent.setOutput(answer);
            return answer;
        }
    }

    private JsonObject chat() throws IOException, InterruptedException {
        try (AiSpan span = SentryAi.chat(MODEL)) {
            span.setProvider(PROVIDER)
                    .setAttribute(CommonAttributes.SERVER_ADDRESS, client.host())
                    .setAttribute(CommonAttributes.SERVER_PORT, client.port())
                    .setSystemInstructions(INSTRUCTIONS)
                    .setToolDefinitions(List.of(TOOL))
                    .setInputMessages(List.copyOf(news));
            news.clear();
            JsonObject completion =
                    client.complete(MODEL, conversation, List.of(Map.of("type", "function", "function", wireTool())));
            JsonObject choice = (JsonObject) completion.array("choices").get(0);
            JsonObject reply = choice.object("message");
            String finishReason = choice.string("finish_reason").orElse("stop");
            Message message = message(reply).withFinishReason(finishReason);
            span.setResponseId(completion.string("id").orElse(null))
                    .setResponseModel(completion.string("model").orElse(null))
                    .setFinishReasons(finishReason)
                    .setUsage(usage(completion.object("usage")))
                    .setOutputMessages(List.of(message));
            return reply;
        }
    }

    private void callTool(JsonObject call, JsonObject reply) {
        String id = call.string("id").orElse("");
        String arguments = call.object("function").string("arguments").orElse("{}");
        try (AiSpan span = SentryAi.executeTool(TOOL.name())) {
            span.setToolDescription(TOOL.description()).setToolArguments(arguments);
            Map<String, Object> result = Map.of("temperature", 21, "sky", "sunny");
            span.setToolResult(result);
            news.add(Message.tool(id, result));
            conversation.add(Map.of("role", "assistant", "tool_calls", reply.array("tool_calls")));
            conversation.add(Map.of("role", "tool", "tool_call_id", id, "content", result.toString()));
        }
    }

    private static Map<String, Object> wireTool() {
        return Map.of("name", TOOL.name(), "parameters", PARAMETERS);
    }

    private static Message message(JsonObject reply) {
        List<Part> parts = new ArrayList<>();
        reply.string("content").ifPresent(text -> parts.add(new Part.Text(text)));
        for (Object call : reply.array("tool_calls")) {
            JsonObject function = ((JsonObject) call).object("function");
            parts.add(Part.toolCall(
                    ((JsonObject) call).string("id").orElse(null),
                    function.string("name").orElse(""),
                    function.string("arguments").orElse(null)));
        }
        return Message.of("assistant", parts.toArray(Part[]::new));
    }

    private static TokenUsage usage(JsonObject usage) {
        Long input = (Long) usage.get("prompt_tokens");
        Long output = (Long) usage.get("completion_tokens");
        return new TokenUsage(input, output, null, null, null, null);
    }
}
