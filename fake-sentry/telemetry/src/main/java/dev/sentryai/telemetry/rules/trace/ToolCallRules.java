package dev.sentryai.telemetry.rules.trace;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.OperationType;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Sent;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.content.ContentKind;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import dev.sentryai.telemetry.rules.subject.content.PartSubject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Responses and the calls of tools in them: GENAI125, GENAI215 and GENAI216. */
public final class ToolCallRules {

    private ToolCallRules() {}

    public static List<Rule<TraceSubject>> all() {
        return List.of(
                Rule.of("GENAI125", ToolCallRules::responseId, Fact.MODEL_CALL),
                Rule.of("GENAI215", ToolCallRules::notExecuted, Fact.AI, Fact.CONTENT),
                Rule.of("GENAI216", ToolCallRules::notRequested, Fact.TOOL));
    }

    static void responseId(TraceSubject trace, Consumer<Violation> found) {
        Map<Object, SpanSubject> first = null;
        for (SpanSubject span : trace.spans()) {
            if (!span.isModelCall()) {
                continue;
            }
            Sent id = span.sent(GenAiAttributes.RESPONSE_ID).orElse(null);
            if (id == null) {
                if (span.isSuccess() && span.counts().output() != null) {
                    found.accept(response(span, "has no id").milder(true));
                }
            } else {
                first = first == null ? new HashMap<>() : first;
                SpanSubject other = first.putIfAbsent(id.value(), span);
                if (other != null) {
                    found.accept(response(
                            span, "has the id of that of span " + other.record().spanId()));
                }
            }
        }
    }

    private static Violation response(SpanSubject span, String problem) {
        return new Violation()
                .span(span.record())
                .attribute(GenAiAttributes.RESPONSE_ID)
                .with("problem", problem);
    }

    /** Each tool once per trace. */
    static void notExecuted(TraceSubject trace, Consumer<Violation> found) {
        Set<String> reported = new HashSet<>(0);
        for (SpanSubject span : trace.spans()) {
            if (span.isAiClient() && !span.contents().isEmpty()) {
                notExecuted(span, trace, reported, found);
            }
        }
    }

    private static void notExecuted(
            SpanSubject span, TraceSubject trace, Set<String> reported, Consumer<Violation> found) {
        ContentSubject output = span.content(ContentKind.OUTPUT_MESSAGES);
        if (output != null) {
            for (PartSubject part : output.parts()) {
                String tool = part.isOfType("tool_call") ? part.object().text("name") : null;
                if (tool != null && !isExecuted(tool, span, trace) && reported.add(tool)) {
                    found.accept(notExecuted(span, output, tool).pointer(part.pointer()));
                }
            }
        }
        ContentSubject older = OlderCalls.output(span);
        if (older != null) {
            for (String tool : OlderCalls.requested(span)) {
                if (!isExecuted(tool, span, trace) && reported.add(tool)) {
                    found.accept(notExecuted(span, older, tool));
                }
            }
        }
    }

    private static Violation notExecuted(SpanSubject span, ContentSubject output, String tool) {
        return new Violation().span(span.record()).attribute(output.key()).with("tool", tool);
    }

    private static boolean isExecuted(String tool, SpanSubject call, TraceSubject trace) {
        for (SpanSubject span : trace.spans()) {
            if (isTool(span)
                    && tool.equals(toolName(span))
                    && span.startSeconds().orElse(0) >= call.startSeconds().orElse(0)) {
                return true;
            }
        }
        return false;
    }

    /** Says nothing where neither calls nor definitions are visible. */
    static void notRequested(TraceSubject trace, Consumer<Violation> found) {
        Set<String> known = null;
        for (SpanSubject span : trace.spans()) {
            String tool = isTool(span) ? toolName(span) : null;
            if (tool != null) {
                known = known == null ? toolsOf(trace) : known;
                if (!known.isEmpty() && !known.contains(tool)) {
                    found.accept(new Violation()
                            .span(span.record())
                            .attribute(GenAiAttributes.TOOL_NAME)
                            .actual(tool));
                }
            }
        }
    }

    private static Set<String> toolsOf(TraceSubject trace) {
        Set<String> tools = new HashSet<>();
        for (SpanSubject span : trace.spans()) {
            tools.addAll(OlderCalls.known(span));
            for (ContentSubject content : span.contents()) {
                for (PartSubject part : content.parts()) {
                    if (part.isOfType("tool_call")) {
                        add(part.object().text("name"), tools);
                    }
                }
                if (content.kind() == ContentKind.DEFINITIONS && content.json() instanceof List<?> definitions) {
                    definitions.forEach(definition -> addDefined(definition, tools));
                }
            }
        }
        return tools;
    }

    private static void addDefined(@Nullable Object value, Set<String> tools) {
        if (value instanceof JsonObject definition) {
            add(definition.text("name"), tools);
            add(definition.object("function").text("name"), tools);
        }
    }

    private static void add(@Nullable String name, Set<String> tools) {
        if (name != null) {
            tools.add(name);
        }
    }

    private static @Nullable String toolName(SpanSubject span) {
        return span.text(GenAiAttributes.TOOL_NAME).orElse(null);
    }

    private static boolean isTool(SpanSubject span) {
        return span.isAi() && !span.isMcp() && span.operationType() == OperationType.TOOL;
    }
}
