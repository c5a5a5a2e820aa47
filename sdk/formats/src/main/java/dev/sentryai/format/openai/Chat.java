package dev.sentryai.format.openai;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads chat completions. */
final class Chat {

    private Chat() {}

    static GenAiRequest.Builder request(Wire request) {
        return RequestParameters.read(GenAiOps.CHAT, request)
                .systemInstructions(() -> ChatMessages.instructions(request.get("messages")))
                .inputMessages(() -> ChatMessages.conversation(request.get("messages")))
                .toolDefinitions(() -> tools(request));
    }

    static GenAiResponse response(Wire response) {
        List<Wire> choices = response.get("choices").items();
        return GenAiResponse.builder()
                .id(response.get("id").word())
                .model(response.get("model").word())
                .usage(Usage.OF_COMPLETION.read(response.get("usage")))
                .finishReasons(finishReasons(choices))
                .outputMessages(() -> choices.stream().map(Chat::answer).toList())
                .build();
    }

    private static List<String> finishReasons(List<Wire> choices) {
        List<String> reasons = new ArrayList<>(choices.size());
        for (Wire choice : choices) {
            String reason = choice.get("finish_reason").word();
            if (reason != null) {
                reasons.add(reason);
            }
        }
        return reasons;
    }

    private static Message answer(Wire choice) {
        return ChatMessages.answer(choice.get("message"))
                .withFinishReason(choice.get("finish_reason").word());
    }

    private static List<ToolDefinition> tools(Wire request) {
        return Stream.concat(
                        Tools.definitions(request.get("tools")).stream(),
                        Tools.functions(request.get("functions")).stream())
                .toList();
    }
}
