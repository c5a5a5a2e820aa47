package dev.sentryai.format.huggingface;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests. A server that has but one model is not told which; it then goes by the name that chat completions have for it, which
 * can not do without.
 */
final class Generation {

    private static final String ONLY_GENERATOR = "tgi";
    private static final String ONLY_EMBEDDER = "tei";

    private Generation() {}

    static GenAiRequest.Builder request(Wire request) {
        Wire parameters = request.get("parameters");
        return GenAiRequest.builder(GenAiOps.TEXT_COMPLETION)
                .model(model(request, ONLY_GENERATOR))
                .attribute(
                        GenAiAttributes.REQUEST_MAX_TOKENS,
                        parameters.get("max_new_tokens").number())
                .attribute(
                        GenAiAttributes.REQUEST_TEMPERATURE,
                        parameters.get("temperature").number())
                .attribute(
                        GenAiAttributes.REQUEST_TOP_P, parameters.get("top_p").number())
                .attribute(
                        GenAiAttributes.REQUEST_TOP_K, parameters.get("top_k").number())
                .attribute(
                        GenAiAttributes.REQUEST_FREQUENCY_PENALTY,
                        parameters.get("frequency_penalty").number())
                .attribute(GenAiAttributes.REQUEST_SEED, seed(parameters))
                .attribute(GenAiAttributes.REQUEST_STOP_SEQUENCES, stopSequences(parameters))
                .inputMessages(() -> inputs(request).stream().map(Message::user).toList());
    }

    static GenAiRequest.Builder embeddings(Wire request) {
        return GenAiRequest.builder(GenAiOps.EMBEDDINGS)
                .model(model(request, ONLY_EMBEDDER))
                .embeddingsInput(() -> inputs(request));
    }

    private static String model(Wire request, String only) {
        String model = request.get("model").word();
        return model == null ? only : model;
    }

    private static List<String> inputs(Wire request) {
        String only = request.get("inputs").text();
        return only == null ? texts(request.get("inputs")) : List.of(only);
    }

    private static List<String> texts(Wire list) {
        return list.items().stream().map(Wire::text).filter(Objects::nonNull).toList();
    }

    /** Sentry declares seeds as strings. */
    private static @Nullable String seed(Wire parameters) {
        Number seed = parameters.get("seed").number();
        return seed == null ? null : seed.toString();
    }

    private static @Nullable List<String> stopSequences(Wire parameters) {
        List<String> stop = texts(parameters.get("stop"));
        return stop.isEmpty() ? null : stop;
    }
}
