package dev.sentryai.telemetry.rules.operation;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.OperationType;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;

/** Attributes without which the product can not show a span: GENAI110 to GENAI117. */
public final class RequiredRules {

    private RequiredRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI110", RequiredRules::noModel, Fact.MODEL_CALL),
                Rule.of("GENAI112", RequiredRules::noProvider, Fact.MODEL_CALL),
                Rule.of("GENAI115", RequiredRules::agentWithoutName, Fact.AGENT),
                Rule.of("GENAI117", RequiredRules::toolWithoutName, Fact.TOOL));
    }

    static void noModel(SpanSubject span, Consumer<Violation> found) {
        required(span.isModelCall(), span, GenAiAttributes.REQUEST_MODEL, found);
    }

    static void noProvider(SpanSubject span, Consumer<Violation> found) {
        required(span.isModelCall(), span, GenAiAttributes.PROVIDER_NAME, found);
    }

    static void agentWithoutName(SpanSubject span, Consumer<Violation> found) {
        if (span.isAgent() && isBlank(span, GenAiAttributes.AGENT_NAME)) {
            boolean anonymous = isBlank(span, GenAiAttributes.FUNCTION_ID);
            found.accept(new Violation()
                    .attribute(GenAiAttributes.AGENT_NAME)
                    .with("problem", anonymous ? "no name" : "a function id but no name")
                    .milder(!anonymous));
        }
    }

    static void toolWithoutName(SpanSubject span, Consumer<Violation> found) {
        required(span.isAi() && span.operationType() == OperationType.TOOL, span, GenAiAttributes.TOOL_NAME, found);
    }

    private static void required(boolean applies, SpanSubject span, String key, Consumer<Violation> found) {
        if (applies && isBlank(span, key)) {
            found.accept(new Violation().attribute(key));
        }
    }

    private static boolean isBlank(SpanSubject span, String key) {
        return span.sent(key).filter(sent -> !sent.value().toString().isBlank()).isEmpty();
    }
}
