package dev.sentryai.telemetry.rules.mcp;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a span of an MCP request or notification says of it: GENAI265 and GENAI267 to GENAI273. */
public final class McpRules {

    private static final String METHOD = "mcp.method.name";
    private static final String RESOURCE = "mcp.resource.uri";
    private static final String IS_ERROR = "mcp.tool.result.is_error";
    private static final String STATUS_CODE = "rpc.response.status_code";
    private static final String NOTIFICATION = "notifications/";
    private static final String NOTIFICATION_OP = "mcp.notification.";
    private static final String TOOL_CALL = "tools/call";
    private static final String EXECUTE_TOOL = "execute_tool";

    private McpRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI265", McpRules::noMethod, Fact.MCP),
                Rule.of("GENAI267", McpRules::callWithoutTool, Fact.MCP),
                Rule.of("GENAI268", McpRules::wrongOperationName, Fact.MCP),
                Rule.of("GENAI269", McpRules::noTarget, Fact.MCP),
                Rule.of("GENAI270", McpRules::opContradictsMethod, Fact.MCP),
                Rule.of("GENAI271", McpRules::failedButOk, Fact.MCP),
                Rule.of("GENAI272", McpRules::wrongName, Fact.MCP),
                Rule.of("GENAI273", McpRules::unknownMethod, Fact.MCP));
    }

    static void noMethod(SpanSubject span, Consumer<Violation> found) {
        if (span.isMcp() && method(span) == null) {
            found.accept(new Violation().attribute(METHOD).with("op", span.op().orElseThrow()));
        }
    }

    static void callWithoutTool(SpanSubject span, Consumer<Violation> found) {
        if (TOOL_CALL.equals(method(span)) && isBlank(span.value(GenAiAttributes.TOOL_NAME))) {
            found.accept(new Violation().attribute(GenAiAttributes.TOOL_NAME));
        }
    }

    static void wrongOperationName(SpanSubject span, Consumer<Violation> found) {
        String method = method(span);
        if (method == null) {
            return;
        }
        Object operation = span.value(GenAiAttributes.OPERATION_NAME);
        if (method.equals(TOOL_CALL) ? !EXECUTE_TOOL.equals(operation) : operation != null) {
            found.accept(operation(method, operation));
        }
    }

    private static Violation operation(String method, @Nullable Object operation) {
        Violation violation = new Violation()
                .attribute(GenAiAttributes.OPERATION_NAME)
                .actual(operation == null ? "missing" : operation)
                .with("method", method);
        return method.equals(TOOL_CALL)
                ? violation.expected(EXECUTE_TOOL).with("advice", "set it to " + EXECUTE_TOOL)
                : violation.with("advice", "leave it out: only " + TOOL_CALL + " is an operation of AI");
    }

    static void noTarget(SpanSubject span, Consumer<Violation> found) {
        String method = method(span);
        String key = method == null ? null : targetKey(method);
        if (method != null && key != null && isBlank(span.value(key))) {
            found.accept(new Violation().attribute(key).with("method", method));
        }
    }

    private static @Nullable String targetKey(String method) {
        return switch (method) {
            case "resources/read" -> RESOURCE;
            case "prompts/get" -> GenAiAttributes.PROMPT_NAME;
            default -> null;
        };
    }

    static void opContradictsMethod(SpanSubject span, Consumer<Violation> found) {
        String method = method(span);
        if (method == null) {
            return;
        }
        boolean notification = method.startsWith(NOTIFICATION);
        if (notification != span.hasOpPrefix(NOTIFICATION_OP)) {
            found.accept(new Violation()
                    .expected(notification ? "mcp.notification.client_to_server or …server_to_client" : "mcp.server")
                    .actual(span.op().orElseThrow())
                    .with("method", method)
                    .with("kind", notification ? "a notification" : "a request"));
        }
    }

    static void failedButOk(SpanSubject span, Consumer<Violation> found) {
        if (!span.isMcp() || !isFailure(span)) {
            return;
        }
        boolean typed = !isBlank(span.attributes().get(CommonAttributes.ERROR_TYPE));
        String failure = span.isStreamed() ? "error" : "internal_error";
        if (span.isSuccess()) {
            String status = span.status().orElse("missing");
            found.accept(new Violation()
                    .pointer(span.pointer("status"))
                    .expected(failure)
                    .actual(status)
                    .with("status", failure)
                    .with("problem", "its status is " + status));
        } else if (!typed) {
            found.accept(new Violation()
                    .attribute(CommonAttributes.ERROR_TYPE)
                    .actual("missing")
                    .with("status", failure)
                    .with("problem", "error.type is missing"));
        }
    }

    /** Errors of JSON-RPC have negative codes. */
    private static boolean isFailure(SpanSubject span) {
        Object code = span.attributes().get(STATUS_CODE);
        return Boolean.TRUE.equals(span.attributes().get(IS_ERROR))
                || (code != null && code.toString().startsWith("-"));
    }

    static void wrongName(SpanSubject span, Consumer<Violation> found) {
        if (method(span) == null) {
            return;
        }
        boolean addressed = span.attributes().get(RESOURCE) instanceof String uri
                && !uri.isBlank()
                && span.name().contains(uri);
        if (addressed || !span.hasTemplateName()) {
            found.accept(new Violation()
                    .pointer(span.pointer(span.nameField()))
                    .expected(span.templateName().orElse("mcp.method.name"))
                    .actual(span.name())
                    .with("problem", addressed ? "holds the URI of the resource" : "is not the method and its target"));
        }
    }

    static void unknownMethod(SpanSubject span, Consumer<Violation> found) {
        String method = method(span);
        if (method != null && span.conventions().isUnknownValue(METHOD, method)) {
            found.accept(new Violation().attribute(METHOD).actual(method));
        }
    }

    /** The method of an MCP span; null if it has none, or if the span is of another kind. */
    private static @Nullable String method(SpanSubject span) {
        return span.isMcp() && span.attributes().get(METHOD) instanceof String method && !method.isBlank()
                ? method
                : null;
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || value.toString().isBlank();
    }
}
