package dev.sentryai.signal;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.OperationType;
import io.sentry.IScopes;
import io.sentry.metrics.MetricsUnit;
import io.sentry.metrics.SentryMetricsParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts calls, their tokens and their time.
 *
 * @param call to count
 * @param scopes where it belongs
 */
record CallMetrics(FinishedCall call, IScopes scopes) {

    /** What everything is counted by. */
    private static final Set<String> DIMENSIONS = Set.of(
            GenAiAttributes.OPERATION_NAME,
            GenAiAttributes.PROVIDER_NAME,
            GenAiAttributes.REQUEST_MODEL,
            GenAiAttributes.RESPONSE_MODEL,
            GenAiAttributes.AGENT_NAME,
            GenAiAttributes.TOOL_NAME);

    /** Each token once, so that the sum over both types is what the calls used. */
    private static final Map<String, String> TOKENS =
            Map.of(GenAiAttributes.USAGE_INPUT_TOKENS, "input", GenAiAttributes.USAGE_OUTPUT_TOKENS, "output");

    /** These are among the ones above. */
    private static final Map<String, String> TOKEN_DETAILS = Map.of(
            GenAiAttributes.USAGE_CACHE_READ_INPUT_TOKENS, "cache_read",
            GenAiAttributes.USAGE_CACHE_CREATION_INPUT_TOKENS, "cache_creation",
            GenAiAttributes.USAGE_REASONING_OUTPUT_TOKENS, "reasoning");

    /** The attributes of a call that are read here. */
    static final Set<String> KEYS = Stream.of(
                    DIMENSIONS, TOKENS.keySet(), TOKEN_DETAILS.keySet(), Set.of(CommonAttributes.ERROR_TYPE))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** An agent's tokens are those of its calls, so only those of calls to models count. */
    void emit() {
        if (OperationType.infer(null, call.head().op()).equals(Optional.of(OperationType.AI_CLIENT))) {
            TOKENS.forEach((key, type) -> emitTokens("gen_ai.token_usage", key, type));
            TOKEN_DETAILS.forEach((key, type) -> emitTokens("gen_ai.token_usage_details", key, type));
        }
        Map<String, Object> outcome = call.only(DIMENSIONS);
        outcome.put("status", call.status().apiName());
        outcome.putAll(call.only(Set.of(CommonAttributes.ERROR_TYPE)));
        scopes.metrics().count("gen_ai.calls", 1.0, null, parameters(outcome));
        scopes.metrics()
                .distribution("gen_ai.duration", call.seconds(), MetricsUnit.Duration.SECOND, parameters(outcome));
    }

    private void emitTokens(String metric, String key, String type) {
        if (call.attributes().get(key) instanceof Number tokens) {
            Map<String, Object> dimensions = call.only(DIMENSIONS);
            dimensions.put("gen_ai.token.type", type);
            scopes.metrics().distribution(metric, tokens.doubleValue(), "token", parameters(dimensions));
        }
    }

    private SentryMetricsParameters parameters(Map<String, Object> attributes) {
        SentryMetricsParameters parameters = SentryMetricsParameters.create(new LinkedHashMap<>(attributes));
        parameters.setOrigin(call.head().origin());
        return parameters;
    }
}
