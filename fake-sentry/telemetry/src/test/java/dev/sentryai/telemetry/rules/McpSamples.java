package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static dev.sentryai.telemetry.rules.TestSpan.mcp;
import static dev.sentryai.telemetry.rules.TestSpan.tool;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.GenAiAttributes;
import java.util.List;

/** Samples of the rules about the Model Context Protocol. */
final class McpSamples {

    private static final String METHOD = "mcp.method.name";
    private static final String RESOURCE = "mcp.resource.uri";
    private static final String TRANSPORT = "mcp.transport";
    private static final String NETWORK = CommonAttributes.NETWORK_TRANSPORT;
    private static final String OPERATION = GenAiAttributes.OPERATION_NAME;
    private static final String IS_ERROR = "mcp.tool.result.is_error";

    private McpSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI265")
                        .error(
                                streamed(mcp().without(METHOD)),
                                "mcp.method.name is required on a span with op mcp.server")
                        .error(
                                transaction(mcp().with(METHOD, " ")),
                                "mcp.method.name is required on a span with op mcp.server")
                        .clean(streamed(mcp(), tool(), http())),
                RuleSamples.of("GENAI266")
                        .warning(streamed(mcp().without(TRANSPORT)), "mcp.transport is missing")
                        .warning(streamed(mcp().without(NETWORK)), "network.transport is missing")
                        .warning(
                                streamed(mcp().with(TRANSPORT, "pigeon")), "mcp.transport has the unknown value pigeon")
                        .warning(
                                transaction(mcp().with(NETWORK, "pigeon")),
                                "network.transport has the unknown value pigeon")
                        .warning(
                                streamed(mcp().with(TRANSPORT, "stdio")),
                                "network.transport is tcp although mcp.transport is stdio")
                        .warning(
                                streamed(mcp().with(TRANSPORT, "stdio").with(NETWORK, "udp")),
                                "network.transport is udp although mcp.transport is stdio")
                        .warning(
                                streamed(mcp().with(TRANSPORT, "stdio").with(NETWORK, "quic")),
                                "network.transport is quic although mcp.transport is stdio")
                        .warning(
                                streamed(mcp().with(NETWORK, "pipe")),
                                "network.transport is pipe although mcp.transport is http")
                        .warning(
                                streamed(mcp().with(TRANSPORT, "sse").with(NETWORK, "pipe")),
                                "network.transport is pipe although mcp.transport is sse")
                        .in(ConventionsVersion.V0_19_0)
                        .clean(streamed(mcp().without(TRANSPORT)))
                        .clean(streamed(mcp().without(NETWORK)))
                        .in(ConventionsVersion.V0_33_0)
                        .clean(streamed(mcp().with(TRANSPORT, "stdio").with(NETWORK, "pipe")))
                        .clean(streamed(mcp().with(TRANSPORT, "unknown").with(NETWORK, "pipe")))
                        .clean(streamed(mcp().with(NETWORK, "quic"), tool(), http())),
                RuleSamples.of("GENAI267")
                        .error(
                                streamed(mcp().without(GenAiAttributes.TOOL_NAME)),
                                "gen_ai.tool.name is required on tools/call")
                        .error(
                                transaction(mcp().with(GenAiAttributes.TOOL_NAME, " ")),
                                "gen_ai.tool.name is required on tools/call")
                        .clean(streamed(mcp().without(GenAiAttributes.TOOL_NAME).with("mcp.tool.name", "get_weather")))
                        .clean(streamed(method("tools/list").without(GenAiAttributes.TOOL_NAME)))
                        .clean(streamed(http().with(METHOD, "tools/call"))),
                RuleSamples.of("GENAI268")
                        .warning(streamed(mcp().without(OPERATION)), "gen_ai.operation.name is missing on tools/call")
                        .warning(
                                transaction(mcp().with(OPERATION, "chat")),
                                "gen_ai.operation.name is chat on tools/call")
                        .warning(
                                streamed(method("tools/list").with(OPERATION, "execute_tool")),
                                "gen_ai.operation.name is execute_tool on tools/list")
                        .clean(streamed(mcp(), method("tools/list"), tool()))
                        .clean(streamed(mcp().without(METHOD).with(OPERATION, "chat"))),
                RuleSamples.of("GENAI269")
                        .warning(streamed(method("resources/read")), "mcp.resource.uri is missing on resources/read")
                        .warning(
                                transaction(method("prompts/get").with(GenAiAttributes.PROMPT_NAME, " ")),
                                "gen_ai.prompt.name is missing on prompts/get")
                        .clean(streamed(method("resources/read").with(RESOURCE, "file:///a")))
                        .clean(streamed(method("prompts/get").with("mcp.prompt.name", "greet")))
                        .clean(streamed(method("resources/list"), http())),
                RuleSamples.of("GENAI270")
                        .warning(
                                streamed(method("notifications/progress")),
                                "notifications/progress is a notification but the op is mcp.server")
                        .warning(
                                transaction(mcp().field("op", "mcp.notification.client_to_server")),
                                "tools/call is a request but the op is mcp.notification.client_to_server")
                        .clean(streamed(mcp()))
                        .clean(streamed(
                                method("notifications/progress").field("op", "mcp.notification.server_to_client")))
                        .clean(streamed(mcp().without(METHOD), http().with(METHOD, "notifications/progress"))),
                RuleSamples.of("GENAI271")
                        .warning(streamed(mcp().with(IS_ERROR, true)), "MCP call failed but its status is ok")
                        .warning(
                                transaction(mcp().with(IS_ERROR, true).field("status", "internal_error")),
                                "MCP call failed but error.type is missing")
                        .warning(
                                streamed(mcp().with("rpc.response.status_code", "-32602")),
                                "MCP call failed but its status is ok")
                        .clean(streamed(mcp().with(IS_ERROR, true)
                                .with(CommonAttributes.ERROR_TYPE, "tool_error")
                                .field("status", "error")))
                        .clean(streamed(mcp().with(IS_ERROR, false).with("rpc.response.status_code", "0")))
                        .clean(streamed(tool().with(IS_ERROR, true))),
                RuleSamples.of("GENAI272")
                        .warning(
                                streamed(mcp().field("name", "get_weather")),
                                "Span name \"get_weather\" is not the method and its target")
                        .warning(
                                transaction(method("resources/read")
                                        .with(RESOURCE, "file:///a")
                                        .field("name", "resources/read file:///a")),
                                "Span name \"resources/read file:///a\" holds the URI of the resource")
                        .clean(streamed(mcp()))
                        .clean(streamed(method("resources/read").with(RESOURCE, "file:///a")))
                        .clean(streamed(method("resources/read").with(RESOURCE, "")))
                        .clean(streamed(mcp().without(GenAiAttributes.TOOL_NAME).with("mcp.tool.name", "get_weather")))
                        .clean(streamed(mcp().without(METHOD).field("name", "x"), http())),
                RuleSamples.of("GENAI273")
                        .info(streamed(method("tools/count")), "MCP method tools/count is unknown")
                        .clean(streamed(mcp(), method("notifications/initialized")))
                        .clean(streamed(http().with(METHOD, "tools/count"))));
    }

    /** Another request than a call of a tool. */
    private static TestSpan method(String method) {
        return mcp().id("c74e6a73c5614d8e")
                .field("name", method)
                .with(METHOD, method)
                .without(OPERATION)
                .without(GenAiAttributes.TOOL_NAME);
    }
}
