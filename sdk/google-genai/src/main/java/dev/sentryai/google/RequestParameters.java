package dev.sentryai.google;

import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.ThinkingConfig;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.protocol.GenAiAttributes;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request. */
final class RequestParameters {

    private RequestParameters() {}

    static GenAiRequest.Builder read(GenAiRequest.Builder request, GenerateContentConfig config) {
        return request.attribute(
                        GenAiAttributes.REQUEST_MAX_TOKENS,
                        config.maxOutputTokens().orElse(null))
                .attribute(
                        GenAiAttributes.REQUEST_TEMPERATURE,
                        exact(config.temperature().orElse(null)))
                .attribute(GenAiAttributes.REQUEST_TOP_P, exact(config.topP().orElse(null)))
                .attribute(
                        GenAiAttributes.REQUEST_TOP_K,
                        config.topK().map(Float::longValue).orElse(null))
                .attribute(
                        GenAiAttributes.REQUEST_FREQUENCY_PENALTY,
                        exact(config.frequencyPenalty().orElse(null)))
                .attribute(
                        GenAiAttributes.REQUEST_PRESENCE_PENALTY,
                        exact(config.presencePenalty().orElse(null)))
                // Sentry declares seeds as strings.
                .attribute(
                        GenAiAttributes.REQUEST_SEED,
                        config.seed().map(String::valueOf).orElse(null))
                .attribute(
                        GenAiAttributes.REQUEST_STOP_SEQUENCES,
                        config.stopSequences().filter(stops -> !stops.isEmpty()).orElse(null))
                .attribute(
                        GenAiAttributes.REQUEST_REASONING_LEVEL,
                        config.thinkingConfig()
                                .flatMap(ThinkingConfig::thinkingLevel)
                                .map(Object::toString)
                                .orElse(null));
    }

    /** Returns the number that was written: 0.7 as a float is another one as a double. */
    private static @Nullable Double exact(@Nullable Float number) {
        return number == null ? null : Double.valueOf(number.toString());
    }
}
