package dev.sentryai.google;

import org.jspecify.annotations.Nullable;

/**
 * Settings of one wrapped client.
 *
 * @param recordInputs whether messages, instructions and tool definitions are recorded; null follows the settings
 *     of {@link dev.sentryai.SentryAiOptions#setRecordInputs}
 * @param recordOutputs whether the model's messages are recorded; null follows {@link
 *     dev.sentryai.SentryAiOptions#setRecordOutputs}
 * @param providerName who answers, in the vocabulary of {@code gen_ai.provider.name}; null to tell it from the client's back end
 * @param baseUrl where the client sends its requests; the client itself does not tell. Null leaves the server's address out, except
 *     where a request names it
 */
public record GoogleGenAiOptions(
        @Nullable Boolean recordInputs,
        @Nullable Boolean recordOutputs,
        @Nullable String providerName,
        @Nullable String baseUrl) {

    private static final GoogleGenAiOptions DEFAULTS = new GoogleGenAiOptions(null, null, null, null);

    /**
     * Checks the provider's name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public GoogleGenAiOptions {
        if (providerName != null && providerName.isBlank()) {
            throw new IllegalArgumentException(
                    "providerName must not be blank; pass null to tell it from the client's back end");
        }
    }

    /** Returns the settings that decide nothing: what {@code SentryAi.configure} set counts. */
    public static GoogleGenAiOptions defaults() {
        return DEFAULTS;
    }

    /** Returns these settings with another {@link #recordInputs}. */
    public GoogleGenAiOptions withRecordInputs(@Nullable Boolean recordInputs) {
        return new GoogleGenAiOptions(recordInputs, recordOutputs, providerName, baseUrl);
    }

    /** Returns these settings with another {@link #recordOutputs}. */
    public GoogleGenAiOptions withRecordOutputs(@Nullable Boolean recordOutputs) {
        return new GoogleGenAiOptions(recordInputs, recordOutputs, providerName, baseUrl);
    }

    /**
     * Returns these settings with another {@link #providerName}.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public GoogleGenAiOptions withProviderName(@Nullable String providerName) {
        return new GoogleGenAiOptions(recordInputs, recordOutputs, providerName, baseUrl);
    }

    /** Returns these settings with another {@link #baseUrl}. */
    public GoogleGenAiOptions withBaseUrl(@Nullable String baseUrl) {
        return new GoogleGenAiOptions(recordInputs, recordOutputs, providerName, baseUrl);
    }
}
