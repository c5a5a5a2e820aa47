package dev.sentryai.format.openai;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.wire.Wire;

/** Reads the legacy completions of a prompt. */
final class Completions {

    private Completions() {}

    static GenAiRequest.Builder request(Wire request) {
        return RequestParameters.read(GenAiOps.TEXT_COMPLETION, request)
                .inputMessages(() -> Inputs.texts(request.get("prompt")).stream()
                        .map(Message::user)
                        .toList());
    }

    /** A whole completion has the shape of a chunk. */
    static GenAiResponse response(Wire completion) {
        ResponseReader<Wire> reader = new ChatChunks();
        reader.accept(completion);
        return reader.response();
    }
}
