package dev.sentryai.format.bedrock;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads requests to converse, and the model's message. */
final class Converse {

    private Converse() {}

    static GenAiRequest.Builder request(Wire request) {
        return RequestParameters.read(GenAiRequest.builder(GenAiOps.CHAT), request)
                .systemInstructions(() -> ContentBlocks.of(request.get("system")))
                .inputMessages(() -> Conversation.messages(request))
                .toolDefinitions(
                        () -> Tools.definitions(request.get("toolConfig").get("tools")));
    }

    static GenAiResponse response(Wire response) {
        String stopReason = response.get("stopReason").word();
        Wire content = response.get("output").get("message").get("content");
        return read(response, stopReason)
                .outputMessages(() -> answer(ContentBlocks.of(content), stopReason))
                .build();
    }

    /**
     * Returns what is known of an answer beside its content.
     *
     * @param answer what tells usage and trace: a whole answer, or the event after a streamed one
     */
    static GenAiResponse.Builder read(Wire answer, @Nullable String stopReason) {
        return GenAiResponse.builder()
                .model(invokedModel(answer))
                .usage(Usage.ofMessages(answer.get("usage")))
                .finishReasons(stopReason == null ? List.of() : List.of(stopReason));
    }

    /** Only a router tells to which model it gave a request. */
    private static @Nullable String invokedModel(Wire answer) {
        String id =
                answer.get("trace").get("promptRouter").get("invokedModelId").word();
        return id == null ? null : ModelName.ofModel(id).orElse(ModelName.of(id));
    }

    /** Returns the model's one message; none if it has said nothing yet. */
    static List<Message> answer(List<Part> parts, @Nullable String stopReason) {
        return parts.isEmpty() ? List.of() : List.of(new Message("assistant", parts, null, stopReason));
    }
}
