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

    /** Images from a prompt: {@code /images/generations}. A plain span, as the conventions have no operation for it. */
    public static final WireOperation IMAGE_GENERATION = media("generate_image", "prompt");

    /** Images made from others: {@code /images/edits}. A plain span. */
    public static final WireOperation IMAGE_EDIT = media("edit_image", "prompt");

    /** Images like another one: {@code /images/variations}. A plain span. */
    public static final WireOperation IMAGE_VARIATION = media("vary_image", "prompt");

    /** The words of a sound: {@code /audio/transcriptions}. A plain span. */
    public static final WireOperation TRANSCRIPTION = media("transcribe", "prompt");

    /** The words of a sound in English: {@code /audio/translations}. A plain span. */
    public static final WireOperation TRANSLATION = media("translate", "prompt");

    /** The sound of words: {@code /audio/speech}. A plain span. */
    public static final WireOperation SPEECH = media("synthesize_speech", "input");

    /** What may be wrong with content: {@code /moderations}. A plain span. */
    public static final WireOperation MODERATION = media("moderate", "input");

    private OpenAiFormat() {}

    /** Responses, which are of no use to a plain span, are not read. */
    private static WireOperation media(String operation, String input) {
        Supplier<ResponseReader<Wire>> unread = () -> ResponseReader.of(response -> GenAiResponse.NONE);
        return new WireOperation(Media.request(operation, input), unread, unread, Errors::type);
    }

    private static WireOperation operation(
            Function<Wire, GenAiRequest.Builder> request,
            Function<Wire, GenAiResponse> response,
            Supplier<ResponseReader<Wire>> events) {
        return new WireOperation(request, () -> ResponseReader.of(response), events, Errors::type);
    }
}
