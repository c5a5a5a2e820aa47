package dev.sentryai.format.openai;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.wire.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the responses API. */
final class Responses {

    private Responses() {}

    static GenAiRequest.Builder request(Wire request) {
        return RequestParameters.read(GenAiOps.CHAT, request)
                .conversationId(conversationId(request))
                .systemInstructions(() -> ResponseItems.instructions(request))
                .inputMessages(() -> ResponseItems.conversation(request.get("input")))
                .toolDefinitions(() -> Tools.definitions(request.get("tools")));
    }

    static GenAiResponse response(Wire wire) {
        return read(wire)
                .finishReasons(finishReasons(wire))
                .outputMessages(() -> ResponseItems.answer(wire.get("output").items(), finishReasons(wire)))
                .build();
    }

    /** Reads what is known of a response that is not finished, too. */
    static GenAiResponse.Builder read(Wire response) {
        return GenAiResponse.builder()
                .id(response.get("id").word())
                .model(response.get("model").word())
                .usage(Usage.OF_RESPONSE.read(response.get("usage")))
                .conversationId(conversationId(response));
    }

    /** Returns why the model stopped: the status, or the reason for which a response is incomplete. */
    private static List<String> finishReasons(Wire response) {
        String incomplete = response.get("incomplete_details").get("reason").word();
        String reason = incomplete == null ? response.get("status").word() : incomplete;
        return reason == null ? List.of() : List.of(reason);
    }

    /** A conversation is given by its id, alone or in an object. */
    private static @Nullable String conversationId(Wire requestOrResponse) {
        Wire conversation = requestOrResponse.get("conversation");
        String id = conversation.word();
        return id == null ? conversation.get("id").word() : id;
    }
}
