package dev.sentryai.format.cohere;

import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.wire.Wire;
import java.util.function.Function;
import java.util.function.Supplier;

/** The operations of Cohere's API. What is billed counts as tokens; all tokens count where nothing is said of those. */
public final class CohereFormat {

    /** Chat: {@code /v2/chat}. */
    public static final WireOperation CHAT = operation(Chat::request, Chat::response, ChatEvents::new);

    /** Chat in the first version of the API: {@code /v1/chat}. */
    public static final WireOperation LEGACY_CHAT =
            operation(LegacyChat::request, LegacyChat::response, LegacyChatEvents::new);

    /** Embeddings: {@code /v2/embed} and {@code /v1/embed}. */
    public static final WireOperation EMBEDDINGS =
            operation(Embeddings::request, Embeddings::response, () -> ResponseReader.of(Embeddings::response));

    /** Documents sorted by relevance, {@code /v2/rerank} and {@code /v1/rerank}: a plain span, as it is billed by search. */
    public static final WireOperation RERANK =
            operation(Rankings::request, Rankings::response, () -> ResponseReader.of(Rankings::response));

    private CohereFormat() {}

    /** Errors are a sentence, with no word for the kind of error. */
    private static WireOperation operation(
            Function<Wire, GenAiRequest.Builder> request,
            Function<Wire, GenAiResponse> response,
            Supplier<ResponseReader<Wire>> events) {
        return new WireOperation(request, () -> ResponseReader.of(response), events, bodyOrEvent -> null);
    }
}
