package dev.sentryai.format.google;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads requests for content. */
final class ContentRequest {

    private ContentRequest() {}

    static GenAiRequest.Builder read(Wire request) {
        return parameters(Names.get(request, "generationConfig"))
                .systemInstructions(
                        () -> Parts.of(Names.get(request, "systemInstruction").get("parts")))
                .inputMessages(() -> Contents.messages(request.get("contents")))
                .toolDefinitions(() -> Tools.definitions(request.get("tools")));
    }

    private static GenAiRequest.Builder parameters(Wire config) {
        return GenAiRequest.builder(GenAiOps.GENERATE_CONTENT)
                .attribute(GenAiAttributes.REQUEST_MAX_TOKENS, number(config, "maxOutputTokens"))
                .attribute(GenAiAttributes.REQUEST_TEMPERATURE, number(config, "temperature"))
                .attribute(GenAiAttributes.REQUEST_TOP_P, number(config, "topP"))
                .attribute(GenAiAttributes.REQUEST_TOP_K, whole(number(config, "topK")))
                .attribute(GenAiAttributes.REQUEST_FREQUENCY_PENALTY, number(config, "frequencyPenalty"))
                .attribute(GenAiAttributes.REQUEST_PRESENCE_PENALTY, number(config, "presencePenalty"))
                .attribute(GenAiAttributes.REQUEST_SEED, seed(config))
                .attribute(GenAiAttributes.REQUEST_STOP_SEQUENCES, stopSequences(config))
                .attribute(
                        GenAiAttributes.REQUEST_REASONING_LEVEL,
                        Names.get(Names.get(config, "thinkingConfig"), "thinkingLevel")
                                .word());
    }

    private static @Nullable Number number(Wire config, String name) {
        return Names.get(config, name).number();
    }

    /** Google's own client has it as a fraction. */
    private static @Nullable Long whole(@Nullable Number number) {
        return number == null ? null : Long.valueOf(number.longValue());
    }

    /** Sentry declares seeds as strings. */
    private static @Nullable String seed(Wire config) {
        Number seed = number(config, "seed");
        return seed == null ? null : seed.toString();
    }

    private static @Nullable List<String> stopSequences(Wire config) {
        List<String> sequences = Names.get(config, "stopSequences").items().stream()
                .map(Wire::text)
                .filter(Objects::nonNull)
                .toList();
        return sequences.isEmpty() ? null : sequences;
    }
}
