package dev.sentryai.format.cohere;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads chats of the first version of the API. */
final class LegacyChat {

    private LegacyChat() {}

    static GenAiRequest.Builder request(Wire request) {
        return RequestParameters.chat(request)
                .conversationId(request.get("conversation_id").word())
                .systemInstructions(() -> LegacyConversation.instructions(request))
                .inputMessages(() -> LegacyConversation.messages(request))
                .toolDefinitions(() -> LegacyTools.definitions(request.get("tools")));
    }

    static GenAiResponse response(Wire response) {
        return response(response, response.get("finish_reason").word(), parts(response));
    }

    /** Returns the response that a whole answer, or the end of a stream, makes together with what was said. */
    static GenAiResponse response(Wire response, @Nullable String reason, List<Part> parts) {
        return Chat.finished(reason)
                .id(response.get("generation_id").word())
                .usage(Usage.tokens(response.get("meta")))
                .outputMessages(() -> Chat.answer(parts, reason))
                .build();
    }

    /** Returns what an answer says and calls. */
    static List<Part> parts(Wire answer) {
        List<Part> parts = new ArrayList<>();
        String text = answer.get("text").word();
        if (text != null) {
            parts.add(new Part.Text(text));
        }
        answer.get("tool_calls").items().forEach(call -> parts.add(LegacyTools.call(call)));
        return parts;
    }
}
