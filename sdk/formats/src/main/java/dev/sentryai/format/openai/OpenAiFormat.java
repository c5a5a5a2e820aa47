package dev.sentryai.format.openai;

import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.wire.Wire;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The operations of OpenAI's API, which servers of many other providers and of models that one runs oneself offer as well. Token
 * counts need no change: input includes what was cached, and output the reasoning.
 */
public final class OpenAiFormat {

    /** Chat completions: {@code /chat/completions}. */
    public static final WireOperation CHAT_COMPLETIONS = operation(Chat::request, Chat::response, ChatChunks::new);

    /** The responses API: {@code /responses}. */
    public static final WireOperation RESPONSES =
            operation(Responses::request, Responses::response, ResponseEvents::new);

    /** The legacy completions of a prompt: {@code /completions}. */
    public static final WireOperation COMPLETIONS =
            operation(Completions::request, Completions::response, ChatChunks::new);

    /** Embeddings: {@code /embeddings}. */
    public static final WireOperation EMBEDDINGS =
            operation(Embeddings::request, Embeddings::response, () -> ResponseReader.of(Embeddings::response));

    private OpenAiFormat() {}

    private static WireOperation operation(
            Function<Wire, GenAiRequest.Builder> request,
            Function<Wire, GenAiResponse> response,
            Supplier<ResponseReader<Wire>> events) {
        return new WireOperation(request, () -> ResponseReader.of(response), events, Errors::type);
    }
}
