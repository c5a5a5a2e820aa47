package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.of;
import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.agent;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.embeddings;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static dev.sentryai.telemetry.rules.TestSpan.mcp;
import static dev.sentryai.telemetry.rules.TestSpan.memory;
import static dev.sentryai.telemetry.rules.TestSpan.tool;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.rules.TestEnvelope.TestItem;
import java.util.List;

/** Samples of the rules about ops, operation names and span names that are there but not what they should be. */
final class NameSamples {

    private static final String OPERATION = GenAiAttributes.OPERATION_NAME;

    private NameSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI092")
                        .warning(streamed(chat().field("op", "gen_ai.chats")), "Op gen_ai.chats is not registered")
                        .warning(
                                transaction(chat().field("op", "gen_ai.pipeline")),
                                "Op gen_ai.pipeline is not registered")
                        .in(ConventionsVersion.V0_19_0)
                        .warning(
                                streamed(memory()),
                                "Op gen_ai.memory.client is not registered in conventions 0.19.0; 0.33.0 has it")
                        .warning(
                                streamed(chat().field("op", "gen_ai.responses")),
                                "Op gen_ai.responses is not registered")
                        .in(ConventionsVersion.V0_33_0)
                        .clean(streamed(chat(), memory(), chat().field("op", "gen_ai.responses")))
                        .clean(streamed(chat().withoutField("op"), http())),
                RuleSamples.of("GENAI093")
                        .warning(
                                streamed(chat().field("op", "gen_ai.responses")),
                                "Op gen_ai.responses is deprecated; use gen_ai.chat")
                        .warning(transaction(agent().field("op", "gen_ai.handoff")), "Op gen_ai.handoff is deprecated")
                        .in(ConventionsVersion.V0_19_0)
                        .clean(transaction(agent().field("op", "gen_ai.handoff")))
                        .in(ConventionsVersion.V0_33_0)
                        .clean(streamed(chat(), http(), chat().withoutField("op"))),
                RuleSamples.of("GENAI096")
                        .warning(
                                streamed(chat().with(OPERATION, "chats")),
                                "Operation chats is not one of the conventions: Sentry counts the span as ai_client")
                        .warning(
                                transaction(http().with(OPERATION, "ponder")),
                                "Operation ponder is not one of the conventions: Sentry counts the span as ai_client")
                        .in(ConventionsVersion.V0_19_0)
                        .warning(
                                streamed(chat().with(OPERATION, "decide")),
                                "Operation decide is not one of the conventions; 0.33.0 has it: Sentry counts the span as"
                                        + " ai_client")
                        .in(ConventionsVersion.V0_33_0)
                        .clean(streamed(chat().with(OPERATION, "decide")))
                        .clean(streamed(chat().with(OPERATION, " ")))
                        .clean(streamed(chat().with(OPERATION, "evaluate"), tool().with(OPERATION, "plan"))),
                RuleSamples.of("GENAI097")
                        .warning(
                                streamed(chat().with(OPERATION, "evaluate")),
                                "Operation evaluate is deprecated; use decide")
                        .warning(transaction(agent().with(OPERATION, "handoff")), "Operation handoff is deprecated")
                        .in(ConventionsVersion.V0_19_0)
                        .clean(transaction(agent().with(OPERATION, "handoff")))
                        .in(ConventionsVersion.V0_33_0)
                        .clean(streamed(chat(), http()))
                        .clean(streamed(chat().with(OPERATION, "plan"), agent().with(OPERATION, "ponder"))),
                RuleSamples.of("GENAI098")
                        .warning(
                                streamed(chat().with(OPERATION, "retrieval")),
                                "Operation retrieval is OpenTelemetry's: Sentry counts the span as ai_client")
                        .in(ConventionsVersion.V0_19_0)
                        .warning(
                                streamed(memory()),
                                "Operation search_memory is OpenTelemetry's: Sentry counts the span as memory")
                        .in(ConventionsVersion.V0_33_0)
                        .clean(streamed(chat(), memory(), http()))
                        .clean(streamed(chat().with(OPERATION, "evaluate"), agent().with(OPERATION, "ponder"))),
                RuleSamples.of("GENAI099")
                        .warning(
                                streamed(chat().field("name", "chat")),
                                "Span is named \"chat\", the conventions say \"chat gpt-4o\"")
                        .warning(
                                transaction(tool().field("name", "get_weather")),
                                "Span is named \"get_weather\", the conventions say \"execute_tool get_weather\"")
                        .in(ConventionsVersion.V0_19_0)
                        .clean(streamed(embeddings().field("name", "embed something")))
                        .in(ConventionsVersion.V0_33_0)
                        .clean(streamed(
                                chat(), agent(), tool(), memory(), embeddings().id("ad1c3eb334404770")))
                        .clean(streamed(
                                chat().without(GenAiAttributes.REQUEST_MODEL).with("ai.model_id", "gpt-4o")))
                        .warning(
                                streamed(agent().field("name", "invoke_agents").without(GenAiAttributes.AGENT_NAME)),
                                "Span is named \"invoke_agents\", the conventions say \"invoke_agent\"")
                        .clean(streamed(agent().without(GenAiAttributes.AGENT_NAME)))
                        .clean(streamed(chat().field("name", " "), http()))
                        .clean(streamed(chat().field("name", "talk").without(OPERATION)))
                        .clean(streamed(chat().field("name", "talk").field("op", "ai.talk")))
                        .clean(transaction(mcp().field("name", "tools"))),
                RuleSamples.of("GENAI100")
                        .warning(named("chat " + "x".repeat(116)), "Span name holds more than 120 characters")
                        .warning(named("chat\ngpt-4o"), "Span name holds a line break")
                        .warning(named("chat\rgpt-4o"), "Span name holds a line break")
                        .warning(named("chat 8f22363dc7a14691"), "Span name holds an id")
                        .warning(named("chat 8F22363DC7A14691"), "Span name holds an id")
                        .warning(named("chat 4bf92f35-77b3-4da6-a3ce-929d0e0e4736 again"), "Span name holds an id")
                        .warning(named("chat 123456789"), "Span name holds a long number")
                        .warning(named("chat 1795189242 again"), "Span name holds a long number")
                        .warning(named("chat with ann@example.com"), "Span name holds an e-mail address")
                        .warning(named("chat ann@example.com now"), "Span name holds an e-mail address")
                        .warning(named("a b c d e f g h i j k l m"), "Span name holds a whole sentence")
                        .warning(
                                transaction(mcp().field("name", "tools/call 123456789")),
                                "Span name holds a long number")
                        .clean(named("chat " + "x".repeat(115)))
                        .clean(named("chat claude-sonnet-4-5-20250929"))
                        .clean(named("chat claude-3-5-sonnet@20240620"))
                        .clean(named("chat 8f22363dc7a1469"))
                        .clean(named("chat 12345678"))
                        .clean(named("chat 4bf92f35-77b3-4da6-a3ce_929d0e0e4736"))
                        .clean(named("chat 4bf92f35-77b3"))
                        .clean(named("chat @example.com"))
                        .clean(named("chat ann@.com"))
                        .clean(named("chat ann@example."))
                        .clean(named("chat ann@example and.so on"))
                        .clean(named("a b c d e f g h i j k l"))
                        .clean(streamed(http().field("name", "GET /users/123456789")))
                        .warning(named("chat 4bf92f35-77b3-4da6-a3ce-929d0e0e4736"), "Span name holds an id")
                        .warning(named("chat 123456789x"), "Span name holds a long number")
                        .warning(named("chat a@b.c"), "Span name holds an e-mail address")
                        .clean(named("chat 123456789abc"))
                        .clean(named("@example.com"))
                        .clean(named("chat ann@example. com")),
                RuleSamples.of("GENAI101")
                        .info(
                                named("Generative AI model operation"),
                                "Span has the fallback name \"Generative AI model operation\": operation and model, agent or"
                                        + " tool are unknown")
                        .info(
                                transaction(mcp().field("name", "MCP server operation")),
                                "Span has the fallback name \"MCP server operation\": operation and model, agent or tool are"
                                        + " unknown")
                        .clean(named("chat"))
                        .clean(streamed(http().field("name", "MCP server operation"))),
                RuleSamples.of("GENAI103")
                        .warning(
                                streamed(chat().with(GenAiAttributes.OPERATION_TYPE, "agent")),
                                "gen_ai.operation.type is agent, Sentry makes it ai_client")
                        .warning(
                                transaction(chat().without(OPERATION).with(GenAiAttributes.OPERATION_TYPE, "tool")),
                                "gen_ai.operation.type is tool, Sentry makes it ai_client")
                        .clean(streamed(agent().with(GenAiAttributes.OPERATION_TYPE, "agent"), chat()))
                        .clean(streamed(http().with(GenAiAttributes.OPERATION_TYPE, "agent"))),
                RuleSamples.of("GENAI104")
                        .warning(
                                transaction(chat().with("sentry.op", "ai.chat")),
                                "Attribute sentry.op is ai.chat, the op is gen_ai.chat")
                        .warning(
                                of(TestItem.standalone(http().withoutField("op").with("sentry.op", "db"))),
                                "Attribute sentry.op is db, the op is none")
                        .clean(transaction(chat().with("sentry.op", "gen_ai.chat")))
                        .clean(streamed(chat().with("sentry.op", "ai.chat"))));
    }

    private static TestEnvelope named(String name) {
        return streamed(chat().field("name", name));
    }
}
