package dev.sentryai.cohere;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.ResponseReader;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A kind of call that becomes a span.
 *
 * @param request reads the request; a pure function
 * @param reader makes what reads one call's response
 */
record Operation(Function<Object, GenAiRequest.Builder> request, Supplier<ResponseReader<Object>> reader) {

    static final Operation CHAT = new Operation(Chat::request, () -> ResponseReader.of(Chat::response));

    static final Operation CHAT_STREAM =
            new Operation(request -> Chat.request(request).streaming(true), ChatEvents::new);

    static final Operation LEGACY_CHAT =
            new Operation(LegacyChat::request, () -> ResponseReader.of(LegacyChat::response));

    static final Operation LEGACY_CHAT_STREAM =
            new Operation(request -> LegacyChat.request(request).streaming(true), LegacyChatEvents::new);

    static final Operation EMBED = new Operation(Embeddings::request, () -> ResponseReader.of(Embeddings::response));

    static final Operation RERANK = new Operation(Rankings::request, () -> ResponseReader.of(Rankings::response));
}
