package dev.sentryai.junit;

import static dev.sentryai.protocol.GenAiAttributes.AGENT_NAME;
import static dev.sentryai.protocol.GenAiAttributes.CONVERSATION_ID;
import static dev.sentryai.protocol.GenAiAttributes.INPUT_MESSAGES;
import static dev.sentryai.protocol.GenAiAttributes.OPERATION_NAME;
import static dev.sentryai.protocol.GenAiAttributes.OUTPUT_MESSAGES;
import static dev.sentryai.protocol.GenAiAttributes.PROVIDER_NAME;
import static dev.sentryai.protocol.GenAiAttributes.REQUEST_MODEL;
import static dev.sentryai.protocol.GenAiAttributes.RESPONSE_FINISH_REASONS;
import static dev.sentryai.protocol.GenAiAttributes.RESPONSE_MODEL;
import static dev.sentryai.protocol.GenAiAttributes.RESPONSE_STREAMING;
import static dev.sentryai.protocol.GenAiAttributes.SYSTEM_INSTRUCTIONS;
import static dev.sentryai.protocol.GenAiAttributes.TOOL_CALL_ARGUMENTS;
import static dev.sentryai.protocol.GenAiAttributes.TOOL_CALL_RESULT;
import static dev.sentryai.protocol.GenAiAttributes.TOOL_NAME;
import static dev.sentryai.protocol.GenAiAttributes.USAGE_CACHE_READ_INPUT_TOKENS;
import static dev.sentryai.protocol.GenAiAttributes.USAGE_INPUT_TOKENS;
import static dev.sentryai.protocol.GenAiAttributes.USAGE_OUTPUT_TOKENS;
import static dev.sentryai.protocol.GenAiAttributes.USAGE_REASONING_OUTPUT_TOKENS;
import static dev.sentryai.protocol.GenAiAttributes.USAGE_TOTAL_TOKENS;

import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Messages;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Telemetry to assert on: an agent that calls a model, a tool, and the model again, and what went wrong meanwhile. */
final class Captures {

    static final String TRACE_ID = "182ef34038324c4eaccfa93bfb2f927e";
    static final String AGENT_ID = "a000000000000001";
    static final String TOOL_ID = "a000000000000003";

    private static final double START = 1_795_189_242.5;

    private Captures() {}

    /** The whole run, without an error. */
    static Telemetry agentRun() {
        return telemetry(transaction(List.of(agent(), firstChat(), tool(), secondChat())));
    }

    /** The whole run, in which the tool failed. */
    static Telemetry failedRun() {
        return telemetry(
                transaction(List.of(agent(), firstChat(), tool(), secondChat())), error("no such city", TOOL_ID));
    }

    /** An agent with many calls of a model. */
    static Telemetry longRun(int chats) {
        List<Map<String, Object>> spans = new ArrayList<>(List.of(agent()));
        for (int index = 0; index < chats; index++) {
            spans.add(span("c%015d".formatted(index), AGENT_ID, GenAiOps.CHAT, "chat number-" + index, 2 + index));
        }
        return telemetry(transaction(spans));
    }

    static Telemetry telemetry(String... envelopes) {
        List<CapturedEnvelope> captured = new ArrayList<>();
        for (String envelope : envelopes) {
            byte[] bytes = envelope.getBytes(StandardCharsets.UTF_8);
            captured.add(new CapturedEnvelope((captured.size() + 1) + ".envelope", EnvelopeReader.parse(bytes)));
        }
        return Telemetry.of(captured);
    }

    /** A transaction with one span. */
    static String transaction(Map<String, Object> span) {
        return transaction(List.of(span));
    }

    static String transaction(List<Map<String, Object>> spans) {
        return envelope("transaction", payload(spans));
    }

    static String error(String message, String spanId) {
        Map<String, Object> exception = Map.of(
                "type",
                "IllegalStateException",
                "value",
                message,
                "mechanism",
                Map.of("type", "auto.ai.openai", "handled", false));
        Map<String, Object> cause = Map.of("type", "IOException", "value", "the cause");
        return envelope(
                "event",
                Map.of(
                        "event_id", "11111111111111111111111111111111",
                        "contexts", Map.of("trace", Map.of("trace_id", TRACE_ID, "span_id", spanId)),
                        "exception", Map.of("values", List.of(cause, exception))));
    }

    static Map<String, Object> agent() {
        return with(
                span(AGENT_ID, "b000000000000001", GenAiOps.INVOKE_AGENT, "invoke_agent Concierge", 1),
                Map.of(OPERATION_NAME, "invoke_agent", AGENT_NAME, "Concierge", USAGE_INPUT_TOKENS, 300));
    }

    static Map<String, Object> firstChat() {
        Map<String, Object> attributes = new LinkedHashMap<>(usage(120, 30));
        attributes.put(USAGE_CACHE_READ_INPUT_TOKENS, 100);
        attributes.put(USAGE_REASONING_OUTPUT_TOKENS, 7);
        attributes.put(RESPONSE_MODEL, "gpt-4o-2024-08-06");
        attributes.put(RESPONSE_FINISH_REASONS, "[\"tool_call\"]");
        attributes.put(RESPONSE_STREAMING, true);
        attributes.put(CONVERSATION_ID, "conv-1");
        attributes.put("gen_ai.request.temperature", 0.5);
        attributes.put(INPUT_MESSAGES, Messages.toJson(List.of(Message.user("Weather in Cologne?"))));
        attributes.put(OUTPUT_MESSAGES, Messages.toJson(List.of(Message.assistant("Let me look."))));
        attributes.put(SYSTEM_INSTRUCTIONS, Messages.instructionsToJson(List.of(new Part.Text("Be brief."))));
        return with(chat("a000000000000002", 2), attributes);
    }

    static Map<String, Object> tool() {
        return with(
                span(TOOL_ID, AGENT_ID, GenAiOps.EXECUTE_TOOL, "execute_tool weather", 3),
                Map.of(
                        OPERATION_NAME, "execute_tool",
                        TOOL_NAME, "weather",
                        TOOL_CALL_ARGUMENTS, "{\"city\":\"Cologne\",\"days\":1}",
                        TOOL_CALL_RESULT, "21 degrees"));
    }

    static Map<String, Object> secondChat() {
        return with(chat("a000000000000004", 4), usage(180, 12));
    }

    /** A valid chat span without usage and content. */
    static Map<String, Object> chat(String id, int second) {
        return with(
                span(id, AGENT_ID, GenAiOps.CHAT, "chat gpt-4o", second),
                Map.of(OPERATION_NAME, "chat", PROVIDER_NAME, "openai", REQUEST_MODEL, "gpt-4o"));
    }

    static Map<String, Object> span(String id, String parent, String op, String name, int second) {
        Map<String, Object> span = new LinkedHashMap<>();
        span.put("trace_id", TRACE_ID);
        span.put("span_id", id);
        span.put("parent_span_id", parent);
        span.put("op", op);
        span.put("description", name);
        span.put("origin", "auto.ai.openai");
        span.put("status", "ok");
        span.put("start_timestamp", START + second);
        span.put("timestamp", START + second + 0.25);
        return span;
    }

    /** The same span with other attributes on top of its own. */
    static Map<String, Object> with(Map<String, Object> span, Map<String, Object> attributes) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (span.get("data") instanceof Map<?, ?> own) {
            own.forEach((key, value) -> all.put(String.valueOf(key), value));
        }
        all.putAll(attributes);
        Map<String, Object> copy = new LinkedHashMap<>(span);
        copy.put("data", all);
        return copy;
    }

    private static Map<String, Object> usage(int input, int output) {
        return Map.of(
                USAGE_INPUT_TOKENS, input,
                USAGE_OUTPUT_TOKENS, output,
                USAGE_TOTAL_TOKENS, input + output);
    }

    private static Map<String, Object> payload(List<Map<String, Object>> spans) {
        Map<String, Object> trace =
                Map.of("trace_id", TRACE_ID, "span_id", "b000000000000001", "op", "http.server", "status", "ok");
        Map<String, Object> transaction = new LinkedHashMap<>();
        transaction.put("type", "transaction");
        transaction.put("transaction", "POST /ask");
        transaction.put("start_timestamp", START);
        transaction.put("timestamp", START + 10);
        transaction.put("contexts", Map.of("trace", trace));
        transaction.put("spans", spans);
        return transaction;
    }

    private static String envelope(String type, Map<String, Object> payload) {
        return "{\"event_id\":\"9ec79c33ec9942ab8353589fcb2e04dc\"}\n{\"type\":\"" + type + "\"}\n"
                + Json.write(payload) + '\n';
    }
}
