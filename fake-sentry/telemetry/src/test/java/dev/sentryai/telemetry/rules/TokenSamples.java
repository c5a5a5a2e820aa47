package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.of;
import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.agent;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.embeddings;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static dev.sentryai.telemetry.rules.TestSpan.tool;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.rules.TestEnvelope.TestItem;
import java.util.List;
import java.util.Map;

/** Samples of the rules about tokens, streams and cost; the default call has 57 input and 17 output tokens in 0.75 s. */
final class TokenSamples {

    private static final String CACHE_READ = GenAiAttributes.USAGE_CACHE_READ_INPUT_TOKENS;
    private static final String CACHE_CREATION = GenAiAttributes.USAGE_CACHE_CREATION_INPUT_TOKENS;
    private static final String REASONING = GenAiAttributes.USAGE_REASONING_OUTPUT_TOKENS;
    private static final String INPUT = GenAiAttributes.USAGE_INPUT_TOKENS;
    private static final String OUTPUT = GenAiAttributes.USAGE_OUTPUT_TOKENS;
    private static final String TOTAL = GenAiAttributes.USAGE_TOTAL_TOKENS;
    private static final String FIRST_CHUNK = GenAiAttributes.RESPONSE_TIME_TO_FIRST_CHUNK;
    private static final String STREAMING = GenAiAttributes.RESPONSE_STREAMING;

    private TokenSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI140")
                        .error(streamed(chat().with(REASONING, -1)), REASONING + " is negative: -1")
                        .error(
                                transaction(chat().with("gen_ai.usage.custom", -2.5)),
                                "gen_ai.usage.custom is negative: -2.5")
                        .clean(streamed(chat().with(REASONING, 0))),
                RuleSamples.of("GENAI141")
                        .error(
                                streamed(chat().with(CACHE_READ, 58)),
                                "58 tokens read from the cache exceed 57 input tokens: Sentry computes a negative cost")
                        .error(
                                transaction(chat().with("gen_ai.usage.input_tokens.cached", 100)),
                                "100 tokens read from the cache exceed 57 input tokens: Sentry computes a negative cost")
                        .clean(streamed(chat().with(CACHE_READ, 57)))
                        .clean(streamed(chat().with(CACHE_READ, 57).without(INPUT)))
                        .error(
                                streamed(chat().with(CACHE_READ, 1).with(INPUT, 0)),
                                "1 tokens read from the cache exceed 0 input tokens: Sentry computes a negative cost")
                        .clean(streamed(chat().with(CACHE_READ, 1).with(INPUT, -1))),
                RuleSamples.of("GENAI142")
                        .error(
                                streamed(chat().with(CACHE_CREATION, 58)),
                                "58 tokens written to the cache exceed 57 input tokens: Sentry computes a negative cost")
                        .clean(streamed(chat().with(CACHE_CREATION, 57))),
                RuleSamples.of("GENAI143")
                        .error(
                                streamed(chat().with(CACHE_READ, 30).with(CACHE_CREATION, 28)),
                                "30 read and 28 written cache tokens exceed 57 input tokens: Sentry computes a negative cost")
                        .clean(streamed(chat().with(CACHE_READ, 30).with(CACHE_CREATION, 27)))
                        .clean(streamed(chat().with(CACHE_READ, 58).with(CACHE_CREATION, 27))),
                RuleSamples.of("GENAI144")
                        .error(
                                streamed(chat().with(REASONING, 18)),
                                "18 reasoning tokens exceed 17 output tokens: Sentry computes a negative cost")
                        .clean(streamed(chat().with(REASONING, 17))),
                RuleSamples.of("GENAI145")
                        .error(
                                transaction(chat().with(TOTAL, 75)),
                                "Total is 75 tokens, input and output add up to 74: Sentry keeps the wrong total")
                        .warning(
                                streamed(chat().with(TOTAL, 73)),
                                "Total is 73 tokens, input and output add up to 74: Sentry overwrites the total")
                        .clean(transaction(chat()))
                        .clean(transaction(embeddings()))
                        .clean(transaction(chat().without(INPUT).without(OUTPUT))),
                RuleSamples.of("GENAI146")
                        .warning(
                                streamed(chat().with(TOTAL, 84).with(CACHE_READ, 10)),
                                "Total 84 is input 57 plus output 17 plus 10 cached tokens: the counts seem to leave them out")
                        .warning(
                                streamed(chat().with(TOTAL, 89)
                                        .with(CACHE_READ, 10)
                                        .with(CACHE_CREATION, 5)),
                                "Total 89 is input 57 plus output 17 plus 15 cached tokens: the counts seem to leave them out")
                        .warning(
                                streamed(chat().with(TOTAL, 81).with(REASONING, 7)),
                                "Total 81 is input 57 plus output 17 plus 7 reasoning tokens: the counts seem to leave them out")
                        .clean(streamed(chat().with(CACHE_READ, 10).with(REASONING, 7)))
                        .clean(streamed(chat().with(TOTAL, 80).with(REASONING, 7)))
                        .warning(
                                streamed(chat().with(TOTAL, 96)
                                        .with(CACHE_READ, 10)
                                        .with(CACHE_CREATION, 5)
                                        .with(REASONING, 7)),
                                "Total 96 is input 57 plus output 17 plus 22 cached and reasoning tokens: the counts seem to leave them"
                                        + " out")
                        .warning(
                                streamed(chat().with(TOTAL, 79)
                                        .with(CACHE_READ, 10)
                                        .with(CACHE_CREATION, 5)),
                                "Total 79 is input 57 plus output 17 plus 5 cached tokens: the counts seem to leave them out")
                        .warning(
                                streamed(chat().with(INPUT, 0).with(TOTAL, 27).with(CACHE_READ, 10)),
                                "Total 27 is input 0 plus output 17 plus 10 cached tokens: the counts seem to leave them out")
                        .warning(
                                streamed(chat().with(OUTPUT, 0).with(TOTAL, 67).with(CACHE_READ, 10)),
                                "Total 67 is input 57 plus output 0 plus 10 cached tokens: the counts seem to leave them out")
                        .clean(streamed(
                                chat().with(TOTAL, 84).with(CACHE_READ, 10).with(REASONING, -1))),
                RuleSamples.of("GENAI147")
                        .warning(streamed(chat().withoutUsage()), "Successful call of a model reports no token usage")
                        .clean(streamed(chat().withoutUsage().field("status", "error")))
                        .clean(streamed(chat().withoutUsage().with(STREAMING, true)))
                        .clean(streamed(agent(), tool(), http())),
                RuleSamples.of("GENAI148")
                        .warning(
                                streamed(chat().without(OUTPUT)),
                                OUTPUT + " is missing beside " + INPUT + ": Sentry counts it as 0")
                        .warning(
                                transaction(chat().without(INPUT)),
                                INPUT + " is missing beside " + OUTPUT + ": Sentry counts it as 0")
                        .clean(streamed(embeddings()))
                        .clean(streamed(chat().withoutUsage())),
                RuleSamples.of("GENAI149")
                        .warning(
                                streamed(chat().without(INPUT).without(OUTPUT)),
                                "Total of 74 tokens without input and output: it yields no cost")
                        .clean(streamed(chat())),
                RuleSamples.of("GENAI150")
                        .warning(
                                streamed(chat().with(OUTPUT, 0)),
                                OUTPUT + " is 0 although the span has output messages")
                        .warning(streamed(chat().with(INPUT, 0)), INPUT + " is 0 although the span has input messages")
                        .clean(streamed(chat().with(OUTPUT, 0).with(GenAiAttributes.OUTPUT_MESSAGES, "[]")))
                        .clean(streamed(chat().with(OUTPUT, 0).without(GenAiAttributes.OUTPUT_MESSAGES))),
                RuleSamples.of("GENAI151")
                        .warning(
                                streamed(agent().with(INPUT, 50).with(OUTPUT, 10), chat().below(agent())),
                                "Agent reports 60 tokens, but one call below it used 74")
                        .warning(
                                streamed(agent().with(INPUT, 100).with(OUTPUT, 10), chat().below(agent())),
                                "Agent reports 110 tokens, but the calls below it add up to 74")
                        .clean(streamed(agent().with(INPUT, 57).with(OUTPUT, 17), chat().below(agent())))
                        .clean(streamed(
                                agent().with(INPUT, 114).with(OUTPUT, 34),
                                chat().below(agent()),
                                chat().id("8f22363dc7a14692").below(agent())))
                        .clean(streamed(agent().with(INPUT, 100).with(OUTPUT, 10)))
                        .clean(streamed(agent(), chat().below(agent()))),
                RuleSamples.of("GENAI152")
                        .warning(
                                streamed(chat(), chat().id("8f22363dc7a14692").below(chat())),
                                "Model call inside the model call \"chat gpt-4o\", both with token usage: Sentry adds both")
                        .warning(
                                streamed(
                                        chat(),
                                        http().below(chat()),
                                        chat().id("8f22363dc7a14692").below(http())),
                                "Model call inside the model call \"chat gpt-4o\", both with token usage: Sentry adds both")
                        .clean(streamed(
                                chat(),
                                chat().id("8f22363dc7a14692").below(chat()).withoutUsage()))
                        .clean(streamed(agent().with(INPUT, 57).with(OUTPUT, 17), chat().below(agent())))
                        .warning(
                                streamed(
                                        chat().id("8f22363dc7a14692").below(http()),
                                        http().field("parent_span_id", "8f22363dc7a14692"),
                                        chat().field("parent_span_id", "8f22363dc7a14692")),
                                "Model call inside the model call \"chat gpt-4o\", both with token usage: Sentry adds both"),
                RuleSamples.of("GENAI153")
                        .warning(
                                streamed(chat().withoutUsage().with(STREAMING, true)),
                                "Streamed call reports no token usage")
                        .warning(
                                streamed(chat().withoutUsage().with("gen_ai.request.stream", true)),
                                "Streamed call reports no token usage")
                        .clean(streamed(chat().with(STREAMING, true)))
                        .clean(streamed(
                                chat().withoutUsage().with(STREAMING, true).field("status", "error")))
                        .clean(streamed(chat().withoutUsage())),
                RuleSamples.of("GENAI154")
                        .info(
                                streamed(chat().with(STREAMING, true)),
                                "Streamed call does not say when its first chunk arrived")
                        .clean(streamed(chat().with(STREAMING, true).with(FIRST_CHUNK, 0.2)))
                        .clean(streamed(chat().with(STREAMING, true).with("gen_ai.response.time_to_first_token", 0.2)))
                        .clean(streamed(chat().with(STREAMING, false))),
                RuleSamples.of("GENAI155")
                        .error(
                                streamed(chat().with(STREAMING, true).with(FIRST_CHUNK, -0.1)),
                                "First chunk after -0.1 s in a call of 0.75 s")
                        .error(
                                streamed(chat().with(STREAMING, true).with(FIRST_CHUNK, 0.8)),
                                "First chunk after 0.8 s in a call of 0.75 s")
                        .warning(
                                streamed(chat().with(STREAMING, true).with(FIRST_CHUNK, 350)),
                                "First chunk after 350 s in a call of 0.75 s: it seems to be in milliseconds")
                        .clean(streamed(chat().with(STREAMING, true).with(FIRST_CHUNK, 0.75)))
                        .error(
                                streamed(chat().with(STREAMING, true).with(FIRST_CHUNK, 19)),
                                "First chunk after 19 s in a call of 0.75 s")
                        .warning(
                                streamed(chat().with(STREAMING, true).with(FIRST_CHUNK, 20)),
                                "First chunk after 20 s in a call of 0.75 s: it seems to be in milliseconds")
                        .warning(
                                streamed(chat().with(STREAMING, true).with(FIRST_CHUNK, 750)),
                                "First chunk after 750 s in a call of 0.75 s: it seems to be in milliseconds")
                        .clean(streamed(chat().with(STREAMING, true).with(FIRST_CHUNK, 0))),
                RuleSamples.of("GENAI156")
                        .warning(
                                streamed(chat().with(FIRST_CHUNK, 0.2)),
                                FIRST_CHUNK + " on a call that is not marked as streamed")
                        .clean(streamed(chat().with(FIRST_CHUNK, 0.2).with(STREAMING, true)))
                        .clean(streamed(chat())),
                RuleSamples.of("GENAI157")
                        .warning(
                                streamed(chat().with(GenAiAttributes.REQUEST_MAX_TOKENS, 16)),
                                "17 output tokens exceed the request's limit of 16")
                        .clean(streamed(chat().with(GenAiAttributes.REQUEST_MAX_TOKENS, 17)))
                        .clean(streamed(chat().with(GenAiAttributes.REQUEST_MAX_TOKENS, 0))),
                RuleSamples.of("GENAI158")
                        .warning(
                                streamed(chat().with(GenAiAttributes.COST_INPUT_TOKENS, 0.01)),
                                "gen_ai.cost.input_tokens is computed by Sentry; a value of yours survives only for models"
                                        + " without a price")
                        .clean(streamed(chat())),
                RuleSamples.of("GENAI159")
                        .error(
                                streamed(chat().with(GenAiAttributes.COST_TOTAL_TOKENS, -0.01)),
                                "gen_ai.cost.total_tokens is negative: -0.01")
                        .error(
                                streamed(chat().with(GenAiAttributes.COST_INPUT_TOKENS, 0.25)
                                        .with(GenAiAttributes.COST_OUTPUT_TOKENS, 0.5)
                                        .with(GenAiAttributes.COST_TOTAL_TOKENS, 1.0)),
                                "Total cost is 1.0, input and output add up to 0.75")
                        .clean(streamed(chat().with(GenAiAttributes.COST_INPUT_TOKENS, 0.1)
                                .with(GenAiAttributes.COST_OUTPUT_TOKENS, 0.2)
                                .with(GenAiAttributes.COST_TOTAL_TOKENS, 0.3)))
                        .clean(streamed(chat().with(GenAiAttributes.COST_TOTAL_TOKENS, 0.0))),
                RuleSamples.of("GENAI160")
                        .warning(
                                streamed(chat().with(GenAiAttributes.RESPONSE_TOKENS_PER_SECOND, 17.0)),
                                "17.0 tokens per second, but 17 output tokens in 0.75 s are 22.666667")
                        .clean(streamed(chat().with(GenAiAttributes.RESPONSE_TOKENS_PER_SECOND, 22.0))),
                RuleSamples.of("GENAI161")
                        .warning(
                                transaction(chat().field(
                                                "measurements", Map.of("ai_prompt_tokens_used", Map.of("value", 5)))),
                                "Measurement ai_prompt_tokens_used is the legacy form of gen_ai.usage.input_tokens")
                        .warning(
                                of(TestItem.transaction(chat().field(
                                                "measurements", Map.of("ai_total_tokens_used", Map.of("value", 5))))),
                                "Measurement ai_total_tokens_used is the legacy form of gen_ai.usage.total_tokens")
                        .clean(transaction(chat().field("measurements", Map.of("fcp", Map.of("value", 5))))),
                RuleSamples.of("GENAI163")
                        .info(
                                streamed(chat(), chat().id("8f22363dc7a14692"), chat().id("8f22363dc7a14693")),
                                "3 model calls in a row report the same 57 input and 17 output tokens")
                        .clean(streamed(chat(), chat().id("8f22363dc7a14692")))
                        .clean(streamed(
                                chat(),
                                chat().id("8f22363dc7a14692"),
                                chat().id("8f22363dc7a14693").with(INPUT, 58).with(TOTAL, 75))));
    }
}
