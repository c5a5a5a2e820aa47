package dev.sentryai.http;

import org.jspecify.annotations.Nullable;

/**
 * Settings of one wrapped client.
 *
 * @param recordInputs whether messages, instructions, tool definitions and texts to embed are recorded; null follows the settings
 *     of {@link dev.sentryai.SentryAiOptions#setRecordInputs}
 * @param recordOutputs whether the model's messages are recorded; null follows {@link
 *     dev.sentryai.SentryAiOptions#setRecordOutputs}
 * @param providerName who answers, in the vocabulary of {@code gen_ai.provider.name}; null to tell it from
 *     the host of each request
 */
public record HttpOptions(
        @Nullable Boolean recordInputs,
        @Nullable Boolean recordOutputs,
        @Nullable String providerName) {

    private static final HttpOptions DEFAULTS = new HttpOptions(null, null, null);

    /**
     * Checks the provider's name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public HttpOptions {
        if (providerName != null && providerName.isBlank()) {
            throw new IllegalArgumentException("providerName must not be blank; pass null to tell it from the host");
        }
    }

    /** Returns the settings that decide nothing: what {@code SentryAi.configure} set counts. */
    public static HttpOptions defaults() {
        return DEFAULTS;
    }

    /** Returns these settings with another {@link #recordInputs}. */
    public HttpOptions withRecordInputs(@Nullable Boolean recordInputs) {
        return new HttpOptions(recordInputs, recordOutputs, providerName);
    }

    /** Returns these settings with another {@link #recordOutputs}. */
    public HttpOptions withRecordOutputs(@Nullable Boolean recordOutputs) {
        return new HttpOptions(recordInputs, recordOutputs, providerName);
    }

    /**
     * Returns these settings with another {@link #providerName}.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public HttpOptions withProviderName(@Nullable String providerName) {
        return new HttpOptions(recordInputs, recordOutputs, providerName);
    }
}
