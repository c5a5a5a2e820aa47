package dev.sentryai.huggingface;

import org.jspecify.annotations.Nullable;

/**
 * Settings of one wrapped client.
 *
 * @param recordInputs whether messages, instructions, tool definitions and texts to embed are recorded; null follows the settings
 *     of {@link dev.sentryai.SentryAiOptions#setRecordInputs}
 * @param recordOutputs whether the model's messages are recorded; null follows {@link
 *     dev.sentryai.SentryAiOptions#setRecordOutputs}
 * @param providerName who answers, in the vocabulary of {@code gen_ai.provider.name}; null for {@code huggingface}
 */
public record HuggingFaceOptions(
        @Nullable Boolean recordInputs,
        @Nullable Boolean recordOutputs,
        @Nullable String providerName) {

    private static final HuggingFaceOptions DEFAULTS = new HuggingFaceOptions(null, null, null);

    /**
     * Checks the provider's name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public HuggingFaceOptions {
        if (providerName != null && providerName.isBlank()) {
            throw new IllegalArgumentException("providerName must not be blank; pass null for huggingface");
        }
    }

    /** Returns the settings that decide nothing: what {@code SentryAi.configure} set counts. */
    public static HuggingFaceOptions defaults() {
        return DEFAULTS;
    }

    /** Returns these settings with another {@link #recordInputs}. */
    public HuggingFaceOptions withRecordInputs(@Nullable Boolean recordInputs) {
        return new HuggingFaceOptions(recordInputs, recordOutputs, providerName);
    }

    /** Returns these settings with another {@link #recordOutputs}. */
    public HuggingFaceOptions withRecordOutputs(@Nullable Boolean recordOutputs) {
        return new HuggingFaceOptions(recordInputs, recordOutputs, providerName);
    }

    /**
     * Returns these settings with another {@link #providerName}.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public HuggingFaceOptions withProviderName(@Nullable String providerName) {
        return new HuggingFaceOptions(recordInputs, recordOutputs, providerName);
    }
}
