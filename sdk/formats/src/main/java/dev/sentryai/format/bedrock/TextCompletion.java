package dev.sentryai.format.bedrock;

import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How models that continue a prompt are invoked: Llama, Titan Text, Cohere's Command, Mistral's, DeepSeek's, and Claude of old. They
 * differ in names alone.
 */
final class TextCompletion {

    static final WireOperation OPERATION = new WireOperation(
            TextCompletion::request,
            () -> ResponseReader.of(TextCompletion::response),
            TextCompletionChunks::new,
            body -> null);

    private TextCompletion() {}

    /** Models that make images have prompts as well. */
    static boolean isRequest(String modelId, Wire body) {
        return has(body, "prompt")
                ? !modelId.contains("stability.")
                : has(body, "inputText") && !modelId.contains("embed");
    }

    private static boolean has(Wire body, String name) {
        return body.get(name).isPresent();
    }

    static boolean isAnswer(Wire bodyOrEvent) {
        return TextCompletionChunks.choices(bodyOrEvent).stream()
                .anyMatch(choice -> TextCompletionChunks.text(choice) != null);
    }

    private static GenAiRequest.Builder request(Wire body) {
        Wire nested = body.get("textGenerationConfig");
        Wire config = nested.isPresent() ? nested : body;
        return GenAiRequest.builder(GenAiOps.TEXT_COMPLETION)
                .attribute(
                        GenAiAttributes.REQUEST_MAX_TOKENS,
                        number(config, "max_gen_len", "maxTokenCount", "max_tokens", "max_tokens_to_sample"))
                .attribute(GenAiAttributes.REQUEST_TEMPERATURE, number(config, "temperature"))
                .attribute(GenAiAttributes.REQUEST_TOP_P, number(config, "top_p", "topP", "p"))
                .attribute(GenAiAttributes.REQUEST_TOP_K, number(config, "top_k", "k"))
                .attribute(GenAiAttributes.REQUEST_STOP_SEQUENCES, stopSequences(config))
                .inputMessages(() -> Stream.of(body.get("prompt"), body.get("inputText"))
                        .map(Wire::text)
                        .filter(Objects::nonNull)
                        .map(Message::user)
                        .toList());
    }

    private static @Nullable Number number(Wire config, String... names) {
        return Stream.of(names)
                .map(name -> config.get(name).number())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable List<String> stopSequences(Wire config) {
        List<String> sequences = Stream.of("stop", "stop_sequences", "stopSequences")
                .flatMap(name -> config.get(name).items().stream())
                .map(Wire::text)
                .filter(Objects::nonNull)
                .toList();
        return sequences.isEmpty() ? null : sequences;
    }

    /** A whole completion has the shape of a chunk. */
    private static GenAiResponse response(Wire body) {
        ResponseReader<Wire> reader = new TextCompletionChunks();
        reader.accept(body);
        return reader.response();
    }
}
