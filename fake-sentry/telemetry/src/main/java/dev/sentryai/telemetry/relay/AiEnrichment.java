package dev.sentryai.telemetry.relay;

import static dev.sentryai.protocol.GenAiAttributes.OPERATION_NAME;
import static dev.sentryai.protocol.GenAiAttributes.OPERATION_TYPE;
import static dev.sentryai.protocol.GenAiAttributes.REQUEST_MODEL;
import static dev.sentryai.protocol.GenAiAttributes.RESPONSE_MODEL;
import static dev.sentryai.protocol.GenAiAttributes.USAGE_INPUT_TOKENS;
import static dev.sentryai.protocol.GenAiAttributes.USAGE_OUTPUT_TOKENS;
import static dev.sentryai.protocol.GenAiAttributes.USAGE_TOTAL_TOKENS;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.OperationType;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.price.Cost;
import dev.sentryai.protocol.price.ModelPrice;
import dev.sentryai.protocol.price.PriceTable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Adds to spans about AI what follows from their attributes. Of streamed spans it overwrites totals and speed, in the older formats
 * it only adds what is missing.
 *
 * @param prices what models cost
 */
record AiEnrichment(PriceTable prices) {

    private static final double NANOS_PER_SECOND = 1e9;

    private static final Map<String, String> LEGACY_MEASUREMENTS = Map.of(
            "ai_total_tokens_used", USAGE_TOTAL_TOKENS,
            "ai_prompt_tokens_used", USAGE_INPUT_TOKENS,
            "ai_completion_tokens_used", USAGE_OUTPUT_TOKENS);

    void apply(Draft draft) {
        if (!isAi(draft)) {
            return;
        }
        if (!draft.isStreamed()) {
            LEGACY_MEASUREMENTS.forEach((measurement, key) -> copy(draft, measurement, key));
        }
        copy(draft, REQUEST_MODEL, RESPONSE_MODEL);
        operationType(draft);
        total(draft);
        speed(draft);
        draft.text(RESPONSE_MODEL).flatMap(prices::find).ifPresent(price -> price(draft, price));
    }

    private static boolean isAi(Draft draft) {
        String op = draft.text(CommonAttributes.SENTRY_OP).orElse("");
        return draft.has(OPERATION_NAME)
                || op.startsWith("gen_ai.")
                || op.startsWith("ai.")
                || (draft.isStreamed() && draft.has(OPERATION_TYPE));
    }

    private static void copy(Draft draft, String from, String to) {
        Object value = draft.get(from);
        if (value != null && !draft.has(to)) {
            draft.set(ChangeKind.COMPUTED, to, value, "from " + from);
        }
    }

    private static void operationType(Draft draft) {
        Optional<String> name = draft.text(OPERATION_NAME);
        Optional<String> op = draft.text(CommonAttributes.SENTRY_OP);
        // what is neither known by name nor by op counts as a call of a model
        OperationType type =
                OperationType.infer(name.orElse(null), op.orElse(null)).orElse(OperationType.AI_CLIENT);
        String origin = name.isPresent() ? OPERATION_NAME : "the op";
        draft.set(ChangeKind.COMPUTED, OPERATION_TYPE, type.toString(), "inferred from " + origin);
    }

    private static void total(Draft draft) {
        TokenUsage usage = StoredSpan.usage(draft.attributes());
        if (usage.input() == null && usage.output() == null) {
            return;
        }
        TokenUsage zero = TokenUsage.builder().input(0).output(0).build();
        TokenUsage known = new TokenUsage(usage.input(), usage.output(), null, null, null, null);
        known.plus(zero)
                .totalOrSum()
                .ifPresent(total -> derive(draft, USAGE_TOTAL_TOKENS, total, "input and output tokens"));
    }

    private static void speed(Draft draft) {
        Long output = StoredSpan.usage(draft.attributes()).output();
        double seconds = draft.sent().duration().orElse(Duration.ZERO).toNanos() / NANOS_PER_SECOND;
        if (output != null && output > 0 && seconds > 0) {
            String key = GenAiAttributes.RESPONSE_TOKENS_PER_SECOND;
            derive(draft, key, output / seconds, "output tokens by duration");
        }
    }

    private static void derive(Draft draft, String key, Object value, String from) {
        if (draft.isStreamed() || !draft.has(key)) {
            draft.set(ChangeKind.COMPUTED, key, value, "from " + from);
        }
    }

    private static void price(Draft draft, ModelPrice price) {
        TokenUsage usage = StoredSpan.usage(draft.attributes());
        Long window = price.contextWindow();
        if (window != null) {
            compute(draft, GenAiAttributes.CONTEXT_WINDOW_SIZE, window);
            if (usage.total() != null) {
                compute(draft, GenAiAttributes.CONTEXT_UTILIZATION, (double) usage.total() / window);
            }
        }
        price.costOf(usage).ifPresent(cost -> cost(draft, cost));
    }

    private static void cost(Draft draft, Cost cost) {
        compute(draft, GenAiAttributes.COST_INPUT_TOKENS, cost.input());
        compute(draft, GenAiAttributes.COST_OUTPUT_TOKENS, cost.output());
        compute(draft, GenAiAttributes.COST_TOTAL_TOKENS, cost.total());
        compute(draft, GenAiAttributes.COST_CACHE_READ_INPUT_TOKENS, cost.cacheRead());
        compute(draft, GenAiAttributes.COST_CACHE_CREATION_INPUT_TOKENS, cost.cacheCreation());
        compute(draft, GenAiAttributes.COST_REASONING_OUTPUT_TOKENS, cost.reasoning());
    }

    private static void compute(Draft draft, String key, Object value) {
        draft.set(ChangeKind.COMPUTED, key, value, "from the data on " + RESPONSE_MODEL);
    }
}
