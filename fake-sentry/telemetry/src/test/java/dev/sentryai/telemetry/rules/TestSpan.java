package dev.sentryai.telemetry.rules;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A span that no rule objects to, to be spoiled in the one way that matters. It can be written in every wire format. */
final class TestSpan {

    static final String TRACE_ID = "182ef34038324c4eaccfa93bfb2f927e";
    static final String ROOT_ID = "b52170035b3248eb";
    static final String CHAT_ID = "8f22363dc7a14691";
    static final double START = 1795189242.5;
    static final double END = 1795189243.25;

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> typed = new LinkedHashMap<>();

    /** What a streamed span says about its sender and segment, where a transaction says it for all. */
    private final Map<String, @Nullable Object> sender = new LinkedHashMap<>();

    private TestSpan(String op, String name, String id) {
        fields.put("trace_id", TRACE_ID);
        fields.put("span_id", id);
        fields.put("parent_span_id", ROOT_ID);
        fields.put("op", op);
        fields.put("name", name);
        fields.put("origin", "auto.ai.openai");
        fields.put("status", "ok");
        fields.put("start_timestamp", START);
        fields.put("end_timestamp", END);
        sender.put(CommonAttributes.SENTRY_SEGMENT_ID, ROOT_ID);
        sender.put(CommonAttributes.SENTRY_SEGMENT_NAME, "POST /chat");
        sender.put(CommonAttributes.SENTRY_SDK_NAME, "sentry.java");
        sender.put(CommonAttributes.SENTRY_SDK_VERSION, "8.52.0");
        sender.put(CommonAttributes.SENTRY_RELEASE, "shop@1.0");
        sender.put(CommonAttributes.SENTRY_ENVIRONMENT, "production");
    }

    static TestSpan chat() {
        return new TestSpan(GenAiOps.CHAT, "chat gpt-4o", CHAT_ID)
                .with(GenAiAttributes.OPERATION_NAME, "chat")
                .with(GenAiAttributes.PROVIDER_NAME, "openai")
                .with(GenAiAttributes.REQUEST_MODEL, "gpt-4o")
                .with(GenAiAttributes.RESPONSE_MODEL, "gpt-4o-2024-08-06")
                .with(GenAiAttributes.RESPONSE_ID, "chatcmpl-1")
                .with("server.address", "api.openai.com")
                .with(GenAiAttributes.RESPONSE_FINISH_REASONS, "[\"stop\"]")
                .with(
                        GenAiAttributes.INPUT_MESSAGES,
                        "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Hi\"}]}]")
                .with(
                        GenAiAttributes.OUTPUT_MESSAGES,
                        "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"Hello\"}]}]")
                .with(GenAiAttributes.USAGE_INPUT_TOKENS, 57)
                .with(GenAiAttributes.USAGE_OUTPUT_TOKENS, 17)
                .with(GenAiAttributes.USAGE_TOTAL_TOKENS, 74);
    }

    static TestSpan embeddings() {
        return chat().field("op", GenAiOps.EMBEDDINGS)
                .field("name", "embeddings text-embedding-3-small")
                .with(GenAiAttributes.OPERATION_NAME, "embeddings")
                .with(GenAiAttributes.REQUEST_MODEL, "text-embedding-3-small")
                .with(GenAiAttributes.RESPONSE_MODEL, "text-embedding-3-small")
                .with(GenAiAttributes.EMBEDDINGS_INPUT, "Hi")
                .without(GenAiAttributes.RESPONSE_ID)
                .without(GenAiAttributes.RESPONSE_FINISH_REASONS)
                .without(GenAiAttributes.INPUT_MESSAGES)
                .without(GenAiAttributes.OUTPUT_MESSAGES)
                .without(GenAiAttributes.USAGE_OUTPUT_TOKENS)
                .with(GenAiAttributes.USAGE_TOTAL_TOKENS, 57);
    }

    static TestSpan agent() {
        return new TestSpan(GenAiOps.INVOKE_AGENT, "invoke_agent Concierge", "6e17084f76ab4a62")
                .with(GenAiAttributes.OPERATION_NAME, "invoke_agent")
                .with(GenAiAttributes.AGENT_NAME, "Concierge")
                .with(GenAiAttributes.REQUEST_MODEL, "gpt-4o");
    }

    static TestSpan tool() {
        return new TestSpan(GenAiOps.EXECUTE_TOOL, "execute_tool get_weather", "bdec3eb334404769")
                .with(GenAiAttributes.OPERATION_NAME, "execute_tool")
                .with(GenAiAttributes.TOOL_NAME, "get_weather");
    }

    static TestSpan memory() {
        return new TestSpan(GenAiOps.MEMORY_CLIENT, "search_memory", "ad1c3eb334404769")
                .with(GenAiAttributes.OPERATION_NAME, "search_memory")
                .with(GenAiAttributes.MEMORY_STORE_ID, "notes");
    }

    /** A request to an MCP server that calls a tool. */
    static TestSpan mcp() {
        return new TestSpan("mcp.server", "tools/call get_weather", "c74e6a73c5614d8e")
                .with(GenAiAttributes.OPERATION_NAME, "execute_tool")
                .with(GenAiAttributes.TOOL_NAME, "get_weather")
                .with("mcp.method.name", "tools/call")
                .with("mcp.transport", "http")
                .with("network.transport", "tcp");
    }

    /** Work that has nothing to do with AI. */
    static TestSpan http() {
        return new TestSpan("http.client", "POST https://api.openai.com/v1/chat/completions", "b74e6a73c5614d8e")
                .field("origin", "auto.http.okhttp")
                .with("http.response.status_code", 200);
    }

    /** A root, as a transaction has one. */
    static TestSpan root() {
        return new TestSpan("http.server", "POST /chat", ROOT_ID).withoutField("parent_span_id");
    }

    // --- Spoiling ---

    TestSpan with(String attribute, Object value) {
        attributes.put(attribute, value);
        return this;
    }

    TestSpan without(String attribute) {
        attributes.remove(attribute);
        sender.remove(attribute);
        return this;
    }

    /** Sets what a streamed span has under an attribute's key, in place of an object of value and type. */
    TestSpan withRaw(String attribute, Object wrapper) {
        typed.put(attribute, wrapper);
        return with(attribute, wrapper);
    }

    TestSpan withTyped(String attribute, String type, Object value) {
        return withRaw(attribute, Map.of("type", type, "value", value));
    }

    /** Without any attribute, even those of the sender. */
    TestSpan bare() {
        attributes.clear();
        sender.clear();
        return withoutField("op").withoutField("origin");
    }

    TestSpan withoutUsage() {
        attributes.keySet().removeIf(key -> key.startsWith("gen_ai.usage."));
        return this;
    }

    /** Sets a member of the span by its name in a streamed span. */
    TestSpan field(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    TestSpan withoutField(String name) {
        fields.remove(name);
        return this;
    }

    TestSpan id(String id) {
        return field("span_id", id);
    }

    TestSpan below(TestSpan parent) {
        return field("parent_span_id", String.valueOf(parent.fields.get("span_id")));
    }

    /** Below the agent that {@link #agent} makes. */
    TestSpan inAgent() {
        return below(agent()).with(GenAiAttributes.AGENT_NAME, "Concierge");
    }

    TestSpan inConversation(String id) {
        return with(GenAiAttributes.CONVERSATION_ID, id);
    }

    TestSpan segment() {
        return field("is_segment", true).with("sentry.segment.name.source", "route");
    }

    // --- Wire formats ---

    Map<String, @Nullable Object> streamed() {
        Map<String, @Nullable Object> span = new LinkedHashMap<>(fields);
        Map<String, @Nullable Object> wrapped = new LinkedHashMap<>();
        move(span, "op", wrapped, CommonAttributes.SENTRY_OP);
        move(span, "origin", wrapped, CommonAttributes.SENTRY_ORIGIN);
        wrapped.putAll(sender);
        wrapped.putAll(attributes);
        wrapped.replaceAll((key, value) -> typed.containsKey(key) ? typed.get(key) : wrap(value));
        span.putIfAbsent("is_segment", false);
        span.put("attributes", wrapped);
        return span;
    }

    private static void move(
            Map<String, @Nullable Object> from, String name, Map<String, @Nullable Object> to, String key) {
        if (from.containsKey(name)) {
            to.put(key, from.remove(name));
        }
    }

    private static Map<String, @Nullable Object> wrap(@Nullable Object value) {
        Map<String, @Nullable Object> wrapper = new LinkedHashMap<>();
        wrapper.put("type", type(value));
        wrapper.put("value", value);
        return wrapper;
    }

    private static String type(@Nullable Object value) {
        if (value instanceof Boolean) {
            return "boolean";
        } else if (value instanceof Double) {
            return "double";
        } else if (value instanceof Number) {
            return "integer";
        }
        return value instanceof List ? "array" : "string";
    }

    /** As a child of a transaction, or as an item of its own. */
    Map<String, @Nullable Object> child() {
        Map<String, @Nullable Object> span = new LinkedHashMap<>(fields);
        move(span, "name", span, "description");
        move(span, "end_timestamp", span, "timestamp");
        span.put("data", attributes);
        return span;
    }

    /** As the root of a transaction with these children. */
    Map<String, @Nullable Object> transaction(List<TestSpan> children) {
        Map<String, @Nullable Object> trace = child();
        Map<String, @Nullable Object> transaction = new LinkedHashMap<>();
        transaction.put("type", "transaction");
        transaction.put("sdk", Map.of("name", "sentry.java", "version", "8.52.0"));
        transaction.put("release", "shop@1.0");
        transaction.put("environment", "production");
        transaction.put("event_id", TestEnvelope.EVENT_ID);
        move(trace, "description", transaction, "transaction");
        move(trace, "start_timestamp", transaction, "start_timestamp");
        move(trace, "timestamp", transaction, "timestamp");
        move(trace, "measurements", transaction, "measurements");
        transaction.put("contexts", Map.of("trace", trace));
        transaction.put("spans", children.stream().map(TestSpan::child).toList());
        return transaction;
    }
}
