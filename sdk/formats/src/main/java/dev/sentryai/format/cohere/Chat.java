package dev.sentryai.format.cohere;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads chats of the second version of the API. */
final class Chat {

    private Chat() {}

    static GenAiRequest.Builder request(Wire request) {
        return RequestParameters.chat(request)
                .systemInstructions(() -> Conversation.instructions(request))
                .inputMessages(() -> Conversation.messages(request))
                .toolDefinitions(() -> Tools.definitions(request.get("tools")));
    }

    static GenAiResponse response(Wire response) {
        String reason = response.get("finish_reason").word();
        return finished(reason)
                .id(response.get("id").word())
                .usage(Usage.tokens(response.get("usage")))
                .outputMessages(() -> answer(Conversation.parts(response.get("message")), reason))
                .build();
    }

    /**
     * Returns a response that is complete but for what was answered. Errors on the way are reasons among others, in whole answers as
     * at the end of streams.
     *
     * @param reason null as long as the model has not stopped
     */
    static GenAiResponse.Builder finished(@Nullable String reason) {
        GenAiResponse.Builder response = GenAiResponse.builder();
        if (reason == null) {
            return response;
        }
        boolean gaveUp = reason.startsWith("ERROR") || reason.equals("TIMEOUT");
        return (gaveUp ? response.unfinished(reason) : response).finishReasons(List.of(reason));
    }

    /** Returns the model's one message; none if it has said nothing yet. */
    static List<Message> answer(List<Part> parts, @Nullable String reason) {
        return parts.isEmpty() ? List.of() : List.of(new Message("assistant", parts, null, reason));
    }
}
