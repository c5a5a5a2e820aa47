package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.agent;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.embeddings;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static dev.sentryai.telemetry.rules.TestSpan.root;
import static dev.sentryai.telemetry.rules.TestSpan.tool;

import dev.sentryai.protocol.GenAiAttributes;
import java.util.ArrayList;
import java.util.List;

/** Samples of the rules about agents and what runs inside of them. */
final class AgentSamples {

    private static final String AGENT = GenAiAttributes.AGENT_NAME;
    private static final String MODEL = GenAiAttributes.REQUEST_MODEL;
    private static final String OUTPUT = GenAiAttributes.OUTPUT_MESSAGES;
    private static final String OTHER_ID = "8f22363dc7a14692";
    private static final String OLDER_CALL =
            "[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"arguments\":\"{}\"}}]";
    private static final String CALL =
            "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"c\",\"name\":\"get_weather\"}]}]";

    private AgentSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI118")
                        .warning(
                                streamed(agent(), chat().below(agent())),
                                AGENT + " should be Concierge, as that of the agent around it, is missing")
                        .warning(
                                transaction(agent(), tool().inAgent().with(AGENT, "Porter")),
                                AGENT + " should be Concierge, as that of the agent around it, is Porter")
                        .warning(
                                transaction(agent(), http().below(agent()), chat().below(http())),
                                AGENT + " should be Concierge, as that of the agent around it, is missing")
                        .clean(streamed(agent(), chat().inAgent(), tool().inAgent()))
                        .clean(streamed(agent().without(AGENT), chat().below(agent())))
                        .clean(streamed(
                                agent(),
                                agent().id(OTHER_ID).with(AGENT, "Porter").below(agent())))
                        .clean(transaction(chat()))
                        .clean(streamed(agent().with(AGENT, " "), chat().below(agent())))
                        .warning(
                                streamed(nested(40)),
                                AGENT + " should be Concierge, as that of the agent around it, is missing"),
                RuleSamples.of("GENAI121")
                        .info(
                                streamed(
                                        agent().without(MODEL),
                                        chat().inAgent(),
                                        chat().inAgent().id(OTHER_ID)),
                                MODEL + " is missing although the agent calls gpt-4o only")
                        .clean(streamed(agent(), chat().inAgent()))
                        .clean(streamed(
                                agent().without(MODEL),
                                chat().inAgent(),
                                embeddings().inAgent().id(OTHER_ID)))
                        .clean(streamed(agent().without(MODEL)))
                        .info(
                                streamed(
                                        agent().with(MODEL, " "),
                                        chat().inAgent(),
                                        chat().inAgent().id(OTHER_ID).with(MODEL, " ")),
                                MODEL + " is missing although the agent calls gpt-4o only"),
                RuleSamples.of("GENAI125")
                        .warning(
                                streamed(chat(), chat().id(OTHER_ID)),
                                "Response has the id of that of span " + TestSpan.CHAT_ID)
                        .info(streamed(chat().without(GenAiAttributes.RESPONSE_ID)), "Response has no id")
                        .clean(streamed(chat(), chat().id(OTHER_ID).with(GenAiAttributes.RESPONSE_ID, "chatcmpl-2")))
                        .clean(streamed(
                                chat().without(GenAiAttributes.RESPONSE_ID).field("status", "error")))
                        .clean(streamed(embeddings(), agent(), tool())),
                RuleSamples.of("GENAI210")
                        .warning(
                                streamed(root().segment(), chat().field("parent_span_id", OTHER_ID)),
                                "Parent " + OTHER_ID + " is not here")
                        .warning(
                                transaction(chat().field("parent_span_id", OTHER_ID)),
                                "Parent " + OTHER_ID + " is not here")
                        .info(streamed(chat()), "Parent " + TestSpan.ROOT_ID + " is not here, like its whole segment")
                        .info(
                                streamed(
                                        root().segment(),
                                        chat().with("sentry.segment.id", OTHER_ID)
                                                .field("parent_span_id", OTHER_ID)),
                                "Parent " + OTHER_ID + " is not here, like its whole segment")
                        .clean(streamed(chat().segment()))
                        .clean(streamed(root().segment(), http().field("parent_span_id", OTHER_ID)))
                        .clean(transaction(chat()))
                        .warning(
                                streamed(
                                        root().segment(),
                                        chat().without("sentry.segment.id").field("parent_span_id", OTHER_ID)),
                                "Parent " + OTHER_ID + " is not here")
                        .info(
                                streamed(chat().without("sentry.segment.id").field("parent_span_id", OTHER_ID)),
                                "Parent " + OTHER_ID + " is not here, like its whole segment"),
                RuleSamples.of("GENAI211")
                        .warning(transaction(tool()), "Tool runs outside of an agent: it belongs to no run")
                        .warning(
                                streamed(root().segment(), tool()),
                                "Tool runs outside of an agent: it belongs to no run")
                        .clean(transaction(agent(), tool().inAgent()))
                        .clean(transaction(agent(), http().below(agent()), tool().below(http())))
                        .clean(streamed(tool()))
                        .clean(transaction(tool().field("op", "mcp.server")))
                        .clean(streamed(tool().below(http()), http().below(tool()))),
                RuleSamples.of("GENAI212")
                        .info(transaction(chat()), "Call of a model belongs to no agent")
                        .clean(transaction(chat().with(AGENT, "Concierge")))
                        .clean(transaction(agent(), chat().inAgent()))
                        .clean(streamed(chat())),
                RuleSamples.of("GENAI213")
                        .info(streamed(agent()), "Agent ran without a call of a model")
                        .info(streamed(agent(), chat()), "Agent ran without a call of a model")
                        .clean(streamed(agent(), chat().inAgent()))
                        .clean(transaction(agent(), http().below(agent()), chat().below(http())))
                        .clean(streamed(agent().field("status", "error")))
                        .clean(streamed(agent().field("op", "gen_ai.create_agent")
                                .with(GenAiAttributes.OPERATION_NAME, "create_agent"))),
                RuleSamples.of("GENAI214")
                        .warning(
                                streamed(agent(), agent().id(OTHER_ID).below(agent())),
                                "Agent Concierge is recorded by two spans, one inside of the other: it counts as two runs")
                        .clean(streamed(agent(), agent().id(OTHER_ID)))
                        .clean(streamed(
                                agent(), agent().id(OTHER_ID).below(agent()).with(AGENT, "Porter")))
                        .clean(streamed(
                                agent(),
                                agent().id(OTHER_ID).below(agent()).field("start_timestamp", TestSpan.START + 0.1))),
                RuleSamples.of("GENAI215")
                        .info(
                                streamed(
                                        chat().with(OUTPUT, CALL),
                                        chat().id(OTHER_ID).with(OUTPUT, CALL)),
                                "Tool get_weather was requested but no span tells that it ran")
                        .info(
                                streamed(
                                        chat().with(OUTPUT, CALL),
                                        tool().field("start_timestamp", TestSpan.START - 0.1)),
                                "Tool get_weather was requested but no span tells that it ran")
                        .info(
                                streamed(chat().without(OUTPUT)
                                        .with("gen_ai.response.text", "Let me see.")
                                        .with("gen_ai.response.tool_calls", OLDER_CALL)),
                                "Tool get_weather was requested but no span tells that it ran")
                        .info(
                                streamed(chat().with(
                                                OUTPUT,
                                                "[{\"role\":\"assistant\",\"tool_calls\":" + OLDER_CALL + "}]")),
                                "Tool get_weather was requested but no span tells that it ran")
                        .clean(streamed(chat().without(OUTPUT).with("gen_ai.response.tool_calls", OLDER_CALL), tool()))
                        .clean(streamed(chat().with(OUTPUT, CALL), tool()))
                        .clean(streamed(chat()))
                        .info(
                                streamed(chat().with(OUTPUT, CALL).with(GenAiAttributes.TOOL_NAME, "get_weather")),
                                "Tool get_weather was requested but no span tells that it ran"),
                RuleSamples.of("GENAI216")
                        .info(
                                streamed(chat().with(OUTPUT, CALL), tool().with(GenAiAttributes.TOOL_NAME, "get_time")),
                                "Tool get_time is neither defined nor requested in this trace")
                        .info(
                                streamed(
                                        chat().without(OUTPUT).with("gen_ai.response.tool_calls", OLDER_CALL),
                                        tool().with(GenAiAttributes.TOOL_NAME, "get_time")),
                                "Tool get_time is neither defined nor requested in this trace")
                        .clean(streamed(chat().without(OUTPUT).with("gen_ai.response.tool_calls", OLDER_CALL), tool()))
                        .clean(streamed(chat().with(OUTPUT, CALL), tool()))
                        .clean(streamed(
                                chat().with(
                                                GenAiAttributes.TOOL_DEFINITIONS,
                                                "[{\"type\":\"function\",\"function\":{\"name\":\"get_weather\"}}]"),
                                tool()))
                        .clean(streamed(chat(), tool()))
                        .info(
                                streamed(
                                        chat().with(GenAiAttributes.TOOL_DEFINITIONS, "[{\"name\":\"get_time\"}]"),
                                        tool()),
                                "Tool get_weather is neither defined nor requested in this trace")
                        .clean(streamed(
                                chat().with(OUTPUT, CALL)
                                        .with(
                                                GenAiAttributes.TOOL_DEFINITIONS,
                                                "[1,{\"name\":\"get_time\"},{\"type\":\"function\",\"function\":{\"name\":\"get_news\"}}]"),
                                tool().with(GenAiAttributes.TOOL_NAME, "get_time"),
                                tool().id(OTHER_ID).with(GenAiAttributes.TOOL_NAME, "get_news"))));
    }

    /** A call so deep below an agent, each span in the one before. */
    static TestSpan[] nested(int depth) {
        List<TestSpan> spans = new ArrayList<>(List.of(agent()));
        for (int i = 0; i < depth; i++) {
            spans.add(http().id(String.format("8f22363d%08x", i)).below(spans.get(i)));
        }
        spans.add(chat().below(spans.get(depth)));
        return spans.toArray(TestSpan[]::new);
    }
}
