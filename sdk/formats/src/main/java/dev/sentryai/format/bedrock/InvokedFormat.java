package dev.sentryai.format.bedrock;

import dev.sentryai.format.WireOperation;
import dev.sentryai.format.anthropic.AnthropicFormat;
import dev.sentryai.format.cohere.CohereFormat;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * A format in which makers of models have themselves be invoked. Names of models do not tell it, as one model has several formats,
 * and customised models have any name.
 *
 * @param asks whether a body, sent to a model, is a request in this format; formats are tried in order
 * @param answers whether a body or an event is an answer in this format
 */
record InvokedFormat(BiPredicate<String, Wire> asks, Predicate<Wire> answers, WireOperation operation) {

    /** Nothing but what kind of call it was can be told. */
    private static final InvokedFormat UNKNOWN =
            new InvokedFormat((modelId, body) -> true, body -> false, WireOperation.unknown(GenAiOps.GENERATE_CONTENT));

    private static final List<InvokedFormat> FORMATS = List.of(
            new InvokedFormat(
                    (modelId, body) -> has(body, "anthropic_version"),
                    body -> body.get("type").textOrEmpty().startsWith("message")
                            || body.get("type").textOrEmpty().startsWith("content_block"),
                    AnthropicFormat.MESSAGES),
            new InvokedFormat(InvokedFormat::asksNova, NovaMessages::isAnswer, NovaMessages.OPERATION),
            new InvokedFormat(
                    (modelId, body) -> has(body, "messages"), ChatCompletions::isAnswer, ChatCompletions.OPERATION),
            new InvokedFormat(
                    (modelId, body) -> has(body, "message"),
                    body -> has(body, "generation_id") || has(body, "event_type"),
                    CohereFormat.LEGACY_CHAT),
            new InvokedFormat(
                    (modelId, body) -> has(body, "query") && has(body, "documents"),
                    body -> has(body, "results") && !TextCompletion.isAnswer(body),
                    CohereFormat.RERANK),
            new InvokedFormat(TextCompletion::isRequest, TextCompletion::isAnswer, TextCompletion.OPERATION),
            new InvokedFormat(
                    (modelId, body) -> modelId.contains("cohere.embed") || has(body, "texts"),
                    body -> false,
                    CohereFormat.EMBEDDINGS),
            new InvokedFormat(
                    (modelId, body) -> modelId.contains("embed") || has(body, "singleEmbeddingParams"),
                    body -> has(body, "embedding") || has(body, "embeddings"),
                    Embeddings.OPERATION));

    static InvokedFormat ofRequest(String modelId, Wire body) {
        return FORMATS.stream()
                .filter(format -> format.asks().test(modelId, body))
                .findFirst()
                .orElse(UNKNOWN);
    }

    boolean isKnown() {
        return !equals(UNKNOWN);
    }

    static Optional<InvokedFormat> ofAnswer(Wire bodyOrEvent) {
        return FORMATS.stream()
                .filter(format -> format.answers().test(bodyOrEvent))
                .findFirst();
    }

    private static boolean asksNova(String modelId, Wire body) {
        return has(body, "messages")
                && (has(body, "schemaVersion") || has(body, "inferenceConfig") || modelId.contains("amazon.nova"));
    }

    private static boolean has(Wire body, String name) {
        return body.get(name).isPresent();
    }
}
