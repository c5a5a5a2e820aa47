package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.agent;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static dev.sentryai.telemetry.rules.TestSpan.memory;
import static dev.sentryai.telemetry.rules.TestSpan.tool;

import dev.sentryai.protocol.GenAiAttributes;
import java.util.List;

/** Samples of the rules about op, operation name and what they require. */
final class OpSamples {

    private static final String OPERATION = GenAiAttributes.OPERATION_NAME;

    private OpSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI090")
                        .error(
                                streamed(tool().withoutField("op").without(OPERATION)),
                                "Span has no op and no gen_ai.operation.name: Sentry does not see an AI span, so no totals"
                                        + " and no cost")
                        .error(
                                transaction(tool().field("op", "default").without(OPERATION)),
                                "Span has no op and no gen_ai.operation.name: Sentry does not see an AI span, so no totals"
                                        + " and no cost")
                        .error(
                                transaction(http().with(GenAiAttributes.REQUEST_MODEL, "gpt-4o")),
                                "Op is http.client and no gen_ai.operation.name: Sentry does not see an AI span, so no totals"
                                        + " and no cost")
                        .clean(transaction(http().with(GenAiAttributes.CONVERSATION_ID, "c1")
                                .with(GenAiAttributes.AGENT_NAME, "Concierge")))
                        .clean(transaction(
                                http().field("op", "mcp.server").with(GenAiAttributes.TOOL_NAME, "get_weather")))
                        .clean(streamed(chat().without(OPERATION)))
                        .clean(streamed(http().with(GenAiAttributes.OPERATION_TYPE, "tool")
                                .with(GenAiAttributes.TOOL_NAME, "t"))),
                RuleSamples.of("GENAI091")
                        .warning(streamed(chat().withoutField("op")), "Op is missing; Sentry infers gen_ai.chat")
                        .error(
                                streamed(chat().withoutField("op").with(OPERATION, "ponder")),
                                "Op is missing; Sentry infers gen_ai.ponder, which is no op of an AI span")
                        .error(
                                transaction(chat().withoutField("op").with("http.request.method", "POST")),
                                "Op is missing; Sentry infers http, which is no op of an AI span")
                        .clean(streamed(chat()))
                        .clean(streamed(memory().withoutField("op"))),
                RuleSamples.of("GENAI094")
                        .error(
                                streamed(chat().with(OPERATION, "execute_tool")),
                                "Op gen_ai.chat but gen_ai.operation.name execute_tool: Sentry classifies the span by the"
                                        + " latter, as tool")
                        .error(
                                transaction(http().with(OPERATION, "chat")),
                                "Op http.client but gen_ai.operation.name chat: Sentry classifies the span by the latter, as"
                                        + " ai_client")
                        .error(
                                streamed(memory().with(OPERATION, "chat")),
                                "Op gen_ai.memory.client but gen_ai.operation.name chat: Sentry classifies the span by the"
                                        + " latter, as ai_client")
                        .clean(streamed(chat(), agent(), tool(), memory()))
                        .clean(streamed(chat().field("op", "gen_ai.responses")))
                        .clean(streamed(chat().field("op", "gen_ai.handoff").with(OPERATION, "handoff")))
                        .clean(streamed(chat().field("op", "gen_ai.rerank").with(OPERATION, "rerank")))
                        .clean(streamed(chat().field("op", "gen_ai.decide").with(OPERATION, "evaluate")))
                        .clean(streamed(chat().field("op", "gen_ai.request")))
                        .clean(transaction(chat().field("op", "chat gpt-4o")))
                        .clean(transaction(tool().field("op", "mcp.server"))),
                RuleSamples.of("GENAI095")
                        .error(
                                streamed(chat().without(OPERATION)),
                                "gen_ai.operation.name is required on a span with op gen_ai.chat")
                        .error(
                                transaction(chat().field("op", "gen_ai.ponder").without(OPERATION)),
                                "gen_ai.operation.name is required on a span with op gen_ai.ponder")
                        .clean(streamed(chat()))
                        .clean(transaction(http())),
                RuleSamples.of("GENAI102")
                        .error(
                                streamed(memory().withoutField("op")),
                                "Operation search_memory needs op gen_ai.memory.client, has none")
                        .error(
                                transaction(memory().field("op", "gen_ai.search_memory")),
                                "Operation search_memory needs op gen_ai.memory.client, has gen_ai.search_memory")
                        .clean(streamed(memory())),
                RuleSamples.of("GENAI110")
                        .error(
                                streamed(chat().without(GenAiAttributes.REQUEST_MODEL)),
                                "gen_ai.request.model is required on a call of a model")
                        .error(
                                transaction(chat().with(GenAiAttributes.REQUEST_MODEL, " ")),
                                "gen_ai.request.model is required on a call of a model")
                        .clean(streamed(chat(), agent(), tool(), memory()))
                        .clean(streamed(
                                chat().without(GenAiAttributes.REQUEST_MODEL).with("ai.model_id", "gpt-4o"))),
                RuleSamples.of("GENAI112")
                        .error(
                                streamed(chat().without(GenAiAttributes.PROVIDER_NAME)),
                                "gen_ai.provider.name is required on a call of a model")
                        .clean(streamed(chat(), agent(), tool(), memory()))
                        .clean(streamed(
                                chat().without(GenAiAttributes.PROVIDER_NAME).with("gen_ai.system", "openai"))),
                RuleSamples.of("GENAI115")
                        .error(
                                streamed(agent().without(GenAiAttributes.AGENT_NAME)),
                                "Agent has no name: it can not be filtered, grouped or alerted on")
                        .warning(
                                transaction(agent().without(GenAiAttributes.AGENT_NAME)
                                        .with(GenAiAttributes.FUNCTION_ID, "plan")),
                                "Agent has a function id but no name: it can not be filtered, grouped or alerted on")
                        .clean(streamed(chat(), agent(), tool(), memory())),
                RuleSamples.of("GENAI117")
                        .error(
                                streamed(tool().without(GenAiAttributes.TOOL_NAME)),
                                "gen_ai.tool.name is required on a tool span: Sentry leaves out tools without a name")
                        .clean(streamed(chat(), agent(), tool(), memory()))
                        .clean(transaction(http().field("op", "mcp.server"))));
    }
}
