package dev.sentryai.format.ollama;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads requests. */
final class Requests {

    private Requests() {}

    static GenAiRequest.Builder chat(Wire request) {
        Wire messages = request.get("messages");
        return parameters(GenAiOps.CHAT, request)
                .systemInstructions(() -> Messages.instructions(messages))
                .inputMessages(() -> Messages.conversation(messages))
                .toolDefinitions(() -> Messages.tools(request.get("tools")));
    }

    static GenAiRequest.Builder generate(Wire request) {
        return parameters(GenAiOps.TEXT_COMPLETION, request)
                .systemInstructions(() -> Messages.text(request.get("system")))
                .inputMessages(() -> List.of(new Message(
                        "user",
                        Stream.of(Messages.text(request.get("prompt")), Messages.images(request))
                                .flatMap(List::stream)
                                .toList(),
                        null,
                        null)));
    }

    static GenAiRequest.Builder embed(Wire request) {
        return GenAiRequest.builder(GenAiOps.EMBEDDINGS)
                .model(request.get("model").word())
                .embeddingsInput(() -> Stream.concat(
                                Stream.of(request.get("input"), request.get("prompt")),
                                request.get("input").items().stream())
                        .map(Wire::text)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static GenAiRequest.Builder parameters(String op, Wire request) {
        Wire options = request.get("options");
        return GenAiRequest.builder(op)
                .model(request.get("model").word())
                .attribute(GenAiAttributes.REQUEST_MAX_TOKENS, maxTokens(options))
                .attribute(
                        GenAiAttributes.REQUEST_TEMPERATURE,
                        options.get("temperature").number())
                .attribute(GenAiAttributes.REQUEST_TOP_P, options.get("top_p").number())
                .attribute(GenAiAttributes.REQUEST_TOP_K, options.get("top_k").number())
                .attribute(
                        GenAiAttributes.REQUEST_FREQUENCY_PENALTY,
                        options.get("frequency_penalty").number())
                .attribute(
                        GenAiAttributes.REQUEST_PRESENCE_PENALTY,
                        options.get("presence_penalty").number())
                .attribute(GenAiAttributes.REQUEST_SEED, seed(options))
                .attribute(GenAiAttributes.REQUEST_STOP_SEQUENCES, stopSequences(options.get("stop")))
                .attribute(
                        GenAiAttributes.REQUEST_REASONING_LEVEL,
                        request.get("think").word());
    }

    /** Negative numbers stand for no limit. */
    private static @Nullable Number maxTokens(Wire options) {
        Number limit = options.get("num_predict").number();
        return limit == null || limit.longValue() < 0 ? null : limit;
    }

    /** Sentry declares seeds as strings. */
    private static @Nullable String seed(Wire options) {
        Number seed = options.get("seed").number();
        return seed == null ? null : seed.toString();
    }

    private static @Nullable List<String> stopSequences(Wire stop) {
        List<String> sequences = Stream.concat(Stream.of(stop), stop.items().stream())
                .map(Wire::text)
                .filter(Objects::nonNull)
                .toList();
        return sequences.isEmpty() ? null : sequences;
    }
}
