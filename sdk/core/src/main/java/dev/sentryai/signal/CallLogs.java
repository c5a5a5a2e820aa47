package dev.sentryai.signal;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import io.sentry.IScopes;
import io.sentry.SentryAttributes;
import io.sentry.SentryLogLevel;
import io.sentry.SpanStatus;
import io.sentry.logger.SentryLogParameters;
import java.util.Map;
import java.util.Set;

/**
 * Writes one entry for a call, without any content.
 *
 * @param call to tell of
 * @param scopes where it belongs
 */
record CallLogs(FinishedCall call, IScopes scopes) {

    /** What may be told: none of it holds content, and nothing of the application's own is among it. */
    static final Set<String> KEYS = Set.of(
            GenAiAttributes.OPERATION_NAME,
            GenAiAttributes.PROVIDER_NAME,
            GenAiAttributes.REQUEST_MODEL,
            GenAiAttributes.RESPONSE_MODEL,
            GenAiAttributes.RESPONSE_ID,
            GenAiAttributes.RESPONSE_FINISH_REASONS,
            GenAiAttributes.RESPONSE_STREAMING,
            GenAiAttributes.RESPONSE_TIME_TO_FIRST_CHUNK,
            GenAiAttributes.AGENT_NAME,
            GenAiAttributes.TOOL_NAME,
            GenAiAttributes.PIPELINE_NAME,
            GenAiAttributes.CONVERSATION_ID,
            GenAiAttributes.USAGE_INPUT_TOKENS,
            GenAiAttributes.USAGE_CACHE_READ_INPUT_TOKENS,
            GenAiAttributes.USAGE_CACHE_CREATION_INPUT_TOKENS,
            GenAiAttributes.USAGE_OUTPUT_TOKENS,
            GenAiAttributes.USAGE_REASONING_OUTPUT_TOKENS,
            GenAiAttributes.USAGE_TOTAL_TOKENS,
            GenAiAttributes.COST_TOTAL_TOKENS,
            CommonAttributes.ERROR_TYPE);

    void emit() {
        Map<String, Object> attributes = call.only(KEYS);
        attributes.put("status", call.status().apiName());
        attributes.put("gen_ai.duration", call.seconds());
        SentryLogParameters parameters = SentryLogParameters.create(SentryAttributes.fromMap(attributes));
        parameters.setOrigin(call.head().origin());
        // texts only: numbers would be written in the digits of the default locale
        scopes.logger()
                .log(
                        level(call.status()),
                        parameters,
                        "%s: %s after %s ms",
                        call.head().name(),
                        call.status().apiName(),
                        Long.toString(call.duration().toMillis()));
    }

    private static SentryLogLevel level(SpanStatus status) {
        return switch (status) {
            case OK -> SentryLogLevel.INFO;
            case CANCELLED -> SentryLogLevel.WARN;
            default -> SentryLogLevel.ERROR;
        };
    }
}
