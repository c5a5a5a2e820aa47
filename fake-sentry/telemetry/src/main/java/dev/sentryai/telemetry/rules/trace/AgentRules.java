package dev.sentryai.telemetry.rules.trace;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.OperationType;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Agents and what runs inside of them: GENAI118, GENAI121 and GENAI210 to GENAI214. */
public final class AgentRules {

    /** Seconds between the ends of two spans that one and the same run was recorded as. */
    private static final double SAME_TIME = 0.01;

    /** Stands for models that differ. */
    private static final String SEVERAL = "";

    private AgentRules() {}

    public static List<Rule<TraceSubject>> all() {
        return List.of(
                Rule.of("GENAI118", AgentRules::otherAgentName, Fact.AGENT),
                Rule.of("GENAI121", AgentRules::noModel, Fact.AGENT),
                Rule.of("GENAI210", AgentRules::orphan, Fact.AI),
                Rule.of("GENAI211", AgentRules::toolWithoutAgent, Fact.TOOL),
                Rule.of("GENAI212", AgentRules::callWithoutAgent, Fact.MODEL_CALL),
                Rule.of("GENAI213", AgentRules::agentWithoutCall, Fact.AGENT),
                Rule.of("GENAI214", AgentRules::agentTwice, Fact.AGENT));
    }

    static void otherAgentName(TraceSubject trace, Consumer<Violation> found) {
        for (SpanSubject span : trace.spans()) {
            SpanSubject agent = isCall(span) || isTool(span) ? trace.agentAbove(span) : null;
            String expected = agent == null ? null : name(agent);
            String actual = name(span);
            if (expected != null && !expected.equals(actual)) {
                found.accept(new Violation()
                        .span(span.record())
                        .attribute(GenAiAttributes.AGENT_NAME)
                        .expected(expected)
                        .actual(actual == null ? "missing" : actual));
            }
        }
    }

    private static @Nullable String name(SpanSubject span) {
        return span.text(GenAiAttributes.AGENT_NAME)
                .filter(name -> !name.isBlank())
                .orElse(null);
    }

    static void noModel(TraceSubject trace, Consumer<Violation> found) {
        Map<SpanSubject, String> models = null;
        for (SpanSubject span : trace.spans()) {
            SpanSubject agent = isCall(span) ? trace.agentAbove(span) : null;
            String model = agent == null ? null : model(span);
            if (agent != null && model != null && model(agent) == null) {
                models = models == null ? new HashMap<>() : models;
                models.merge(agent, model, (one, other) -> one.equals(other) ? one : SEVERAL);
            }
        }
        if (models != null) {
            models.forEach((agent, model) -> {
                if (!model.equals(SEVERAL)) {
                    found.accept(new Violation()
                            .span(agent.record())
                            .attribute(GenAiAttributes.REQUEST_MODEL)
                            .expected(model));
                }
            });
        }
    }

    private static @Nullable String model(SpanSubject span) {
        return span.text(GenAiAttributes.REQUEST_MODEL)
                .filter(model -> !model.isBlank())
                .orElse(null);
    }

    /** A segment's parent may run elsewhere, and so may the segment of any span. */
    static void orphan(TraceSubject trace, Consumer<Violation> found) {
        for (SpanSubject span : trace.spans()) {
            String parent = span.record().parentSpanId();
            if (parent != null
                    && span.isAi()
                    && !span.record().segment()
                    && !span.isTransactionRoot()
                    && trace.parentOf(span).isEmpty()) {
                boolean captured = trace.hasSegmentOf(span);
                found.accept(new Violation()
                        .span(span.record())
                        .pointer(span.pointer("parent_span_id"))
                        .actual(parent)
                        .with("problem", captured ? "" : ", like its whole segment")
                        .milder(!captured));
            }
        }
    }

    static void toolWithoutAgent(TraceSubject trace, Consumer<Violation> found) {
        for (SpanSubject span : trace.spans()) {
            if (isTool(span) && trace.agentAbove(span) == null && trace.isWholeAbove(span)) {
                found.accept(new Violation().span(span.record()));
            }
        }
    }

    static void callWithoutAgent(TraceSubject trace, Consumer<Violation> found) {
        for (SpanSubject span : trace.spans()) {
            if (isCall(span) && name(span) == null && trace.agentAbove(span) == null && trace.isWholeAbove(span)) {
                found.accept(new Violation().span(span.record()).attribute(GenAiAttributes.AGENT_NAME));
            }
        }
    }

    static void agentWithoutCall(TraceSubject trace, Consumer<Violation> found) {
        for (SpanSubject agent : trace.spans()) {
            if (agent.isAgent()
                    && agent.isOperation(GenAiOps.INVOKE_AGENT)
                    && agent.isSuccess()
                    && !hasCallBelow(agent, trace)) {
                found.accept(new Violation().span(agent.record()));
            }
        }
    }

    private static boolean hasCallBelow(SpanSubject agent, TraceSubject trace) {
        for (SpanSubject span : trace.spans()) {
            if (span.isAiClient() && trace.isBelow(span, agent)) {
                return true;
            }
        }
        return false;
    }

    static void agentTwice(TraceSubject trace, Consumer<Violation> found) {
        for (SpanSubject span : trace.spans()) {
            SpanSubject parent = span.isAgent() ? trace.parentOf(span).orElse(null) : null;
            String name = name(span);
            if (parent != null
                    && name != null
                    && parent.isAgent()
                    && name.equals(name(parent))
                    && isSameTime(span, parent)) {
                found.accept(new Violation().span(span.record()).with("name", name));
            }
        }
    }

    private static boolean isSameTime(SpanSubject one, SpanSubject other) {
        return Math.abs(one.startSeconds().orElse(0) - other.startSeconds().orElse(0)) <= SAME_TIME
                && Math.abs(one.endSeconds().orElse(0) - other.endSeconds().orElse(0)) <= SAME_TIME;
    }

    private static boolean isCall(SpanSubject span) {
        return span.isModelCall();
    }

    private static boolean isTool(SpanSubject span) {
        return span.isAi() && !span.isMcp() && span.operationType() == OperationType.TOOL;
    }
}
