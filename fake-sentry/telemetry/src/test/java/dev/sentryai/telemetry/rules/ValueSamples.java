package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.agent;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.embeddings;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static dev.sentryai.telemetry.rules.TestSpan.memory;
import static dev.sentryai.telemetry.rules.TestSpan.tool;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.rules.policy.Demand;
import dev.sentryai.telemetry.rules.policy.Policy;
import java.util.List;

/** Samples of the rules about models, providers, names and settings. */
final class ValueSamples {

    private static final String REQUEST_MODEL = GenAiAttributes.REQUEST_MODEL;
    private static final String RESPONSE_MODEL = GenAiAttributes.RESPONSE_MODEL;
    private static final String PROVIDER = GenAiAttributes.PROVIDER_NAME;
    private static final String REASONS = GenAiAttributes.RESPONSE_FINISH_REASONS;

    private ValueSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI111")
                        .warning(
                                streamed(chat().without(RESPONSE_MODEL)),
                                RESPONSE_MODEL
                                        + " is missing: Sentry takes the requested model for the one that answered and"
                                        + " computes the cost with it")
                        .clean(streamed(chat(), agent(), tool()))
                        .clean(streamed(chat().without(RESPONSE_MODEL).without(REQUEST_MODEL)))
                        .clean(streamed(chat().without(RESPONSE_MODEL).with(PROVIDER, "cohere")))
                        .clean(streamed(chat().without(RESPONSE_MODEL).with(PROVIDER, "aws.bedrock")))
                        .clean(streamed(chat().without(RESPONSE_MODEL)
                                .with("ai.model_id", "gpt-4o")
                                .field("status", "error")))
                        .warning(
                                streamed(chat().with(GenAiAttributes.RESPONSE_MODEL, " ")),
                                RESPONSE_MODEL
                                        + " is missing: Sentry takes the requested model for the one that answered and"
                                        + " computes the cost with it"),
                RuleSamples.of("GENAI113")
                        .warning(
                                streamed(chat().with(PROVIDER, "OpenAl")),
                                "Unknown provider OpenAl; did you mean openai?")
                        .warning(transaction(chat().with(PROVIDER, "acme-llm")), "Unknown provider acme-llm")
                        .warning(
                                transaction(chat().without(PROVIDER).with("gen_ai.system", "antropic")),
                                "Unknown provider antropic; did you mean anthropic?")
                        .clean(streamed(chat()))
                        .clean(streamed(chat().with(PROVIDER, "xai")))
                        .clean(streamed(chat().with(PROVIDER, "together_ai")))
                        .clean(transaction(http().with(PROVIDER, "acme-llm")))
                        .warning(streamed(chat().with(PROVIDER, "ai")), "Unknown provider ai"),
                RuleSamples.of("GENAI114")
                        .warning(streamed(chat().with(PROVIDER, "xai")), "Provider xai is now called x_ai")
                        .warning(
                                transaction(chat().without(PROVIDER).with("gen_ai.system", "az.ai.openai")),
                                "Provider az.ai.openai is now called azure.ai.openai")
                        .clean(streamed(chat())),
                RuleSamples.of("GENAI116")
                        .warning(
                                streamed(agent().with(GenAiAttributes.AGENT_NAME, "Agent")),
                                GenAiAttributes.AGENT_NAME + " Agent says nothing")
                        .warning(
                                streamed(tool().with(GenAiAttributes.TOOL_NAME, "order-1234567")),
                                GenAiAttributes.TOOL_NAME + " order-1234567 holds an id")
                        .warning(
                                streamed(agent().with(GenAiAttributes.AGENT_NAME, "run 8f22363dc7a1")),
                                GenAiAttributes.AGENT_NAME + " run 8f22363dc7a1 holds an id")
                        .warning(
                                streamed(agent().with(GenAiAttributes.AGENT_NAME, "n".repeat(65))),
                                GenAiAttributes.AGENT_NAME + " " + "n".repeat(65) + " has 65 characters")
                        .clean(streamed(agent().with(GenAiAttributes.AGENT_NAME, "Concierge 2026")))
                        .clean(streamed(agent().with(GenAiAttributes.AGENT_NAME, "n".repeat(64))))
                        .clean(streamed(tool().with(GenAiAttributes.TOOL_NAME, "decade_feedback")))
                        .clean(streamed(chat().with(GenAiAttributes.AGENT_NAME, "agent")))
                        .warning(
                                streamed(tool().with(GenAiAttributes.TOOL_NAME, "order-090909")),
                                GenAiAttributes.TOOL_NAME + " order-090909 holds an id")
                        .clean(streamed(tool().with(GenAiAttributes.TOOL_NAME, "order-12345")))
                        .clean(streamed(agent().with(GenAiAttributes.AGENT_NAME, "run 8f22363dc7a")))
                        .clean(streamed(agent().with(GenAiAttributes.AGENT_NAME, "2 decadefacade"))),
                RuleSamples.of("GENAI119")
                        .warning(
                                streamed(embeddings().with(GenAiAttributes.USAGE_OUTPUT_TOKENS, 3)),
                                "Embeddings span reports 3 output tokens: vectors have none")
                        .warning(
                                streamed(embeddings()
                                        .without(GenAiAttributes.EMBEDDINGS_INPUT)
                                        .with(GenAiAttributes.INPUT_MESSAGES, "[\"Hi\"]")),
                                "Embeddings span lacks gen_ai.embeddings.input although inputs are recorded")
                        .clean(streamed(embeddings()))
                        .clean(streamed(embeddings().with(GenAiAttributes.USAGE_OUTPUT_TOKENS, 0)))
                        .clean(streamed(embeddings().without(GenAiAttributes.EMBEDDINGS_INPUT)))
                        .under(Policy.NONE.withInputs(Demand.REQUIRED))
                        .warning(
                                streamed(embeddings().without(GenAiAttributes.EMBEDDINGS_INPUT)),
                                "Embeddings span lacks gen_ai.embeddings.input although inputs are recorded"),
                RuleSamples.of("GENAI120")
                        .warning(
                                streamed(memory().without(GenAiAttributes.MEMORY_STORE_ID)),
                                "Memory span lacks gen_ai.memory.store.id")
                        .warning(
                                streamed(memory().with(GenAiAttributes.OPERATION_NAME, "delete_memory")),
                                "Memory span lacks gen_ai.memory.record.id")
                        .warning(
                                streamed(memory().with(GenAiAttributes.MEMORY_RECORD_COUNT, -1)),
                                "Memory span counts -1 records")
                        .clean(streamed(memory().with(GenAiAttributes.MEMORY_RECORD_COUNT, 0)))
                        .clean(streamed(memory().with(GenAiAttributes.OPERATION_NAME, "update_memory")
                                .with(GenAiAttributes.MEMORY_RECORD_ID, "7"))),
                RuleSamples.of("GENAI122")
                        .warning(
                                streamed(chat().with(GenAiAttributes.REQUEST_TEMPERATURE, 2.5)),
                                GenAiAttributes.REQUEST_TEMPERATURE + " is 2.5, which no provider takes")
                        .warning(
                                streamed(chat().with(GenAiAttributes.REQUEST_TOP_P, -0.1)),
                                GenAiAttributes.REQUEST_TOP_P + " is -0.1, which no provider takes")
                        .warning(
                                streamed(chat().with(GenAiAttributes.REQUEST_MAX_TOKENS, 0)),
                                GenAiAttributes.REQUEST_MAX_TOKENS + " is 0, which no provider takes")
                        .warning(
                                streamed(chat().with(GenAiAttributes.REQUEST_PRESENCE_PENALTY, 3)),
                                GenAiAttributes.REQUEST_PRESENCE_PENALTY + " is 3, which no provider takes")
                        .clean(streamed(chat().with(GenAiAttributes.REQUEST_TEMPERATURE, 2)
                                .with(GenAiAttributes.REQUEST_TOP_P, 1.0)
                                .with(GenAiAttributes.REQUEST_FREQUENCY_PENALTY, -2.0)
                                .with(GenAiAttributes.REQUEST_TOP_K, 0)
                                .with(GenAiAttributes.REQUEST_MAX_TOKENS, 1))),
                RuleSamples.of("GENAI123")
                        .warning(
                                streamed(chat().with(REASONS, "['stop']")),
                                REASONS + " looks like a list but is no JSON: ['stop']")
                        .clean(streamed(chat().with(REASONS, "stop")))
                        .clean(streamed(chat().with(REASONS, "[\"length\"]"))),
                RuleSamples.of("GENAI124")
                        .warning(streamed(chat().with(REASONS, "error")), "Finish reason error but the status is ok")
                        .info(
                                streamed(chat().with(REASONS, "[\"stop\",\"length\"]")),
                                "Finish reason length tells that the answer was cut off")
                        .info(
                                streamed(chat().with(REASONS, List.of("content_filter"))),
                                "Finish reason content_filter tells that the answer was withheld")
                        .info(
                                streamed(chat().with(REASONS, "bored")),
                                "Finish reason bored is none that providers are known to give")
                        .clean(streamed(chat().with(REASONS, "error").field("status", "error")))
                        .clean(streamed(chat().with(REASONS, "[\"pause_turn\"]")))
                        .clean(streamed(chat())),
                RuleSamples.of("GENAI126")
                        .info(
                                streamed(chat().without("server.address")),
                                "server.address is missing on a call over the network")
                        .clean(streamed(chat(), agent(), tool())),
                RuleSamples.of("GENAI127")
                        .info(
                                streamed(chat().with(RESPONSE_MODEL, "our-own-model")),
                                "No price is known for our-own-model: Sentry shows no cost unless it knows more")
                        .info(
                                streamed(chat().without(RESPONSE_MODEL).with(REQUEST_MODEL, "our-own-model")),
                                "No price is known for our-own-model: Sentry shows no cost unless it knows more")
                        .clean(streamed(chat()))
                        .clean(streamed(chat().withoutUsage().with(RESPONSE_MODEL, "our-own-model"))),
                RuleSamples.of("GENAI128")
                        .warning(
                                streamed(chat().with(REQUEST_MODEL, "https://acme.example/gpt")),
                                REQUEST_MODEL + " https://acme.example/gpt is a URL")
                        .warning(
                                streamed(chat().with(RESPONSE_MODEL, "arn:aws:bedrock:eu-west-1:1:model/claude")),
                                RESPONSE_MODEL
                                        + " arn:aws:bedrock:eu-west-1:1:model/claude is the name of a resource of AWS")
                        .warning(
                                streamed(chat().with(REQUEST_MODEL, "/models/llama.gguf")),
                                REQUEST_MODEL + " /models/llama.gguf is a path")
                        .warning(
                                streamed(chat().with(REQUEST_MODEL, "m".repeat(129))),
                                REQUEST_MODEL + " " + "m".repeat(120) + "… has 129 characters")
                        .clean(streamed(chat().with(REQUEST_MODEL, "openai/gpt-4o:free"))),
                RuleSamples.of("GENAI129")
                        .warning(
                                streamed(chat().with(GenAiAttributes.USAGE_INPUT_TOKENS, 128_001)),
                                "128001 input tokens exceed the context window of gpt-4o-2024-08-06, which is 128000")
                        .clean(streamed(chat().with(GenAiAttributes.USAGE_INPUT_TOKENS, 128_000)))
                        .clean(streamed(chat().with(RESPONSE_MODEL, "our-own-model")
                                .with(GenAiAttributes.USAGE_INPUT_TOKENS, 128_001)))
                        .at(PriceTable.parse("contract", "our-own-model 1 2 - - - 32000"))
                        .warning(
                                streamed(chat().with(RESPONSE_MODEL, "our-own-model")
                                        .with(GenAiAttributes.USAGE_INPUT_TOKENS, 32_001)),
                                "32001 input tokens exceed the context window of our-own-model, which is 32000"));
    }
}
