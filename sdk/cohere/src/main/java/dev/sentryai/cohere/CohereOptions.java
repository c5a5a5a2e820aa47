package dev.sentryai.cohere;

import org.jspecify.annotations.Nullable;

/**
 * Settings of one wrapped client.
 *
 * @param recordInputs whether messages, instructions and tool definitions are recorded; null follows the settings
 *     of {@link dev.sentryai.SentryAiOptions#setRecordInputs}
 * @param recordOutputs whether the model's messages are recorded; null follows {@link
 *     dev.sentryai.SentryAiOptions#setRecordOutputs}
 * @param providerName who answers, in the vocabulary of {@code gen_ai.provider.name}; null to tell it from the client's base URL
 */
public record CohereOptions(
        @Nullable Boolean recordInputs,
        @Nullable Boolean recordOutputs,
        @Nullable String providerName) {

    private static final CohereOptions DEFAULTS = new CohereOptions(null, null, null);

    /**
     * Checks the provider's name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public CohereOptions {
        if (providerName != null && providerName.isBlank()) {
            throw new IllegalArgumentException(
                    "providerName must not be blank; pass null to tell it from the base URL");
        }
    }

    /** Returns the settings that decide nothing: what {@code SentryAi.configure} set counts. */
    public static CohereOptions defaults() {
        return DEFAULTS;
    }

    /** Returns these settings with another {@link #recordInputs}. */
    public CohereOptions withRecordInputs(@Nullable Boolean recordInputs) {
        return new CohereOptions(recordInputs, recordOutputs, providerName);
    }

    /** Returns these settings with another {@link #recordOutputs}. */
    public CohereOptions withRecordOutputs(@Nullable Boolean recordOutputs) {
        return new CohereOptions(recordInputs, recordOutputs, providerName);
    }

    /**
     * Returns these settings with another {@link #providerName}.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public CohereOptions withProviderName(@Nullable String providerName) {
        return new CohereOptions(recordInputs, recordOutputs, providerName);
    }
}
