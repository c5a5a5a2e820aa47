package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static dev.sentryai.telemetry.rules.TestSpan.tool;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.GenAiAttributes;
import java.util.List;

/** Samples of the rules about keys and values that should not be sent, or not by SDKs. */
final class DeprecationSamples {

    private DeprecationSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI061")
                        .info(
                                streamed(chat().with("gen_ai.request.stream", true)),
                                "gen_ai.request.stream is an attribute of OpenTelemetry that Sentry does not have; the nearest"
                                        + " that it has is gen_ai.response.streaming")
                        .info(
                                transaction(http().with("gen_ai.agent.id", "a1")),
                                "gen_ai.agent.id is an attribute of OpenTelemetry that Sentry does not have")
                        .in(ConventionsVersion.V0_19_0)
                        .info(
                                streamed(chat().with("gen_ai.memory.store.id", "s1")),
                                "gen_ai.memory.store.id is an attribute of OpenTelemetry that Sentry does not have")
                        .in(ConventionsVersion.V0_33_0)
                        .clean(streamed(chat().with("gen_ai.memory.store.id", "s1")))
                        .clean(streamed(
                                chat().with("gen_ai.token.type", "input").with("gen_ai.choice", "{}"))),
                RuleSamples.of("GENAI063")
                        .warning(
                                streamed(chat().with("gen_ai.usage.prompt_tokens", 57)),
                                "gen_ai.usage.prompt_tokens is deprecated; Sentry copies it to gen_ai.usage.input_tokens for now")
                        .warning(
                                transaction(http().with("ai.model_id", "gpt-4o")),
                                "ai.model_id is deprecated; Sentry copies it to gen_ai.request.model for now")
                        .warning(
                                transaction(chat().with("langchain.chain.name", "c")),
                                "langchain.chain.name is deprecated; Sentry copies it to gen_ai.pipeline.name for now")
                        .in(ConventionsVersion.V0_19_0)
                        .warning(
                                streamed(tool().with("mcp.transport", "stdio")),
                                "mcp.transport is deprecated; Sentry copies it to network.transport for now")
                        .clean(streamed(chat().with("langchain.chain.name", "c")))
                        .in(ConventionsVersion.V0_33_0)
                        .clean(streamed(tool().with("mcp.transport", "stdio")))
                        .clean(transaction(http().with("langchain.chain.name", "c")))
                        .clean(transaction(
                                chat().with("url", "https://example.com").with("ai.model_id", "gpt-4o")))
                        .clean(streamed(chat().with("gen_ai.system", "openai"))),
                RuleSamples.of("GENAI064")
                        .warning(
                                streamed(chat().with("gen_ai.system", "openai")),
                                "gen_ai.system is deprecated; Sentry moves it to gen_ai.provider.name, so queries on the old key"
                                        + " find nothing")
                        .clean(streamed(chat().with("gen_ai.prompt", "Hi")))
                        .clean(transaction(chat().with("environment", "production"))),
                RuleSamples.of("GENAI065")
                        .warning(
                                transaction(chat().with("gen_ai.request.messages", "[]")),
                                "gen_ai.request.messages is deprecated; Sentry reshapes it into gen_ai.input.messages")
                        .clean(transaction(chat().with("gen_ai.system", "openai"))),
                RuleSamples.of("GENAI066")
                        .warning(
                                streamed(tool().with("gen_ai.tool.type", "function")),
                                "gen_ai.tool.type is deprecated and must not be sent any more")
                        .warning(
                                transaction(tool().with("mcp.tool.result.is_error", false)),
                                "mcp.tool.result.is_error is deprecated and must not be sent any more")
                        .clean(streamed(chat().with("gen_ai.system", "openai").with("ai.schema", "{}")))
                        .clean(streamed(chat().with("sentry.source", "route"))),
                RuleSamples.of("GENAI067")
                        .warning(
                                streamed(chat().with("ai.model_id", "gpt-4o")),
                                "ai.model_id belongs to the legacy ai namespace")
                        .warning(
                                transaction(chat().with("ai.schema", "{}")),
                                "ai.schema belongs to the legacy ai namespace")
                        .warning(
                                transaction(chat().with("ai.favourite_colour", "red")),
                                "ai.favourite_colour belongs to the legacy ai namespace")
                        .clean(transaction(http().with("ai.model_id", "gpt-4o")))
                        .clean(streamed(chat().with("vercel.ai.model.id", "gpt-4o"))),
                RuleSamples.of("GENAI077")
                        .warning(
                                streamed(http().with("sentry.dsc.trace_id", "1")),
                                "sentry.dsc.trace_id is reserved: only Sentry itself sets it")
                        .warning(
                                transaction(chat().with("sentry.relay.ingress", "OTEL")),
                                "sentry.relay.ingress is reserved: only Sentry itself sets it")
                        .clean(streamed(chat().with("sentry.dist", "1"))),
                RuleSamples.of("GENAI078")
                        .info(
                                streamed(chat().with(GenAiAttributes.OPERATION_TYPE, "ai_client")),
                                "gen_ai.operation.type is computed by Sentry, which overwrites ai_client")
                        .info(
                                transaction(chat().with("gen_ai.context.window_size", 128000)),
                                "gen_ai.context.window_size is computed by Sentry, which overwrites 128000")
                        .clean(streamed(chat().with("gen_ai.cost.total_tokens", 0.5))),
                RuleSamples.of("GENAI079")
                        .warning(
                                streamed(chat().with(GenAiAttributes.RESPONSE_ID, "")),
                                "gen_ai.response.id is empty, yet filters find that it is there")
                        .warning(
                                transaction(chat().with(GenAiAttributes.REQUEST_STOP_SEQUENCES, List.of())),
                                "gen_ai.request.stop_sequences is empty, yet filters find that it is there")
                        .clean(streamed(
                                chat().with(GenAiAttributes.RESPONSE_ID, " ").with("colour", "")))
                        .clean(streamed(chat().with(GenAiAttributes.INPUT_MESSAGES, "")))
                        .clean(streamed(chat().with(GenAiAttributes.REQUEST_STOP_SEQUENCES, List.of("END")))),
                RuleSamples.of("GENAI080")
                        .warning(streamed(chat().with("gen_ai.userName", "joe")), "Key gen_ai.userName has upper case")
                        .warning(transaction(chat().with("sentry.Kind", "client")), "Key sentry.Kind has upper case")
                        .warning(transaction(chat().with("user name", "joe")), "Key user name has white space")
                        .warning(
                                transaction(chat().with("gen_ai.prompt.variable." + "x".repeat(178), "1")),
                                "Key gen_ai.prompt.variable." + "x".repeat(97) + "… has more than 200 characters")
                        .clean(streamed(chat().with("x".repeat(200), "joe").with("user_name.0", "joe")))
                        .clean(streamed(chat().with("gen_ai.prompt.variable.userName", "joe")))
                        .clean(streamed(chat().with("ai.toolCall.args", "{}")))
                        .clean(streamed(chat().with("userName", "joe")))
                        .clean(streamed(http().with("user name", "joe")))
                        .clean(streamed(chat().with("gen_ai.prompt.variable." + "X".repeat(177), "1")))
                        .clean(streamed(
                                chat().with("gen_ai.favourite_colour", "red").with("sentry.colour", "red"))),
                RuleSamples.of("GENAI082")
                        .warning(
                                streamed(http().with("sentry.kind", "customer")),
                                "sentry.kind has the unknown value customer")
                        .warning(
                                transaction(chat().with("network.transport", "pigeon")),
                                "network.transport has the unknown value pigeon")
                        .in(ConventionsVersion.V0_19_0)
                        .clean(streamed(chat().with("sentry.link.type", "next_trace")))
                        .in(ConventionsVersion.V0_33_0)
                        .clean(streamed(chat().with("sentry.kind", "client").with("sentry.category", "unheard")))
                        .clean(streamed(chat().with("sentry.kind", 7))),
                RuleSamples.of("GENAI083")
                        .warning(
                                streamed(chat().with("gen_ai.token.type", "input")),
                                "gen_ai.token.type belongs to metrics, not to spans")
                        .clean(streamed(chat().with("gen_ai.agent.id", "a1"))),
                RuleSamples.of("GENAI084")
                        .info(
                                streamed(chat().with("service.version", "1.0")),
                                "service.version means the same as sentry.release, which Sentry reads first")
                        .clean(streamed(http().with("service.version", "1.0")))
                        .clean(streamed(chat().with("code.function.name", "main"))));
    }
}
