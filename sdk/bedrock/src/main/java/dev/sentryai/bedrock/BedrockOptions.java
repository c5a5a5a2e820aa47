package dev.sentryai.bedrock;

import org.jspecify.annotations.Nullable;

/**
 * Settings of one wrapped client.
 *
 * @param recordInputs whether messages, instructions and tool definitions are recorded; null follows the settings
 *     of {@link dev.sentryai.SentryAiOptions#setRecordInputs}
 * @param recordOutputs whether the model's messages are recorded; null follows {@link
 *     dev.sentryai.SentryAiOptions#setRecordOutputs}
 * @param providerName who answers, in the vocabulary of {@code gen_ai.provider.name}; null for {@code aws.bedrock}
 */
public record BedrockOptions(
        @Nullable Boolean recordInputs,
        @Nullable Boolean recordOutputs,
        @Nullable String providerName) {

    private static final BedrockOptions DEFAULTS = new BedrockOptions(null, null, null);

    /**
     * Checks the provider's name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public BedrockOptions {
        if (providerName != null && providerName.isBlank()) {
            throw new IllegalArgumentException("providerName must not be blank; pass null for aws.bedrock");
        }
    }

    /** Returns the settings that decide nothing: what {@code SentryAi.configure} set counts. */
    public static BedrockOptions defaults() {
        return DEFAULTS;
    }

    /** Returns these settings with another {@link #recordInputs}. */
    public BedrockOptions withRecordInputs(@Nullable Boolean recordInputs) {
        return new BedrockOptions(recordInputs, recordOutputs, providerName);
    }

    /** Returns these settings with another {@link #recordOutputs}. */
    public BedrockOptions withRecordOutputs(@Nullable Boolean recordOutputs) {
        return new BedrockOptions(recordInputs, recordOutputs, providerName);
    }

    /**
     * Returns these settings with another {@link #providerName}.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public BedrockOptions withProviderName(@Nullable String providerName) {
        return new BedrockOptions(recordInputs, recordOutputs, providerName);
    }
}
