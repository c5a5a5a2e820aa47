package dev.sentryai.format.anthropic;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads messages that were asked for, and the model's message. */
final class Messages {

    private Messages() {}

    static GenAiRequest.Builder request(Wire request) {
        return RequestParameters.read(GenAiRequest.builder(GenAiOps.CHAT), request)
                .systemInstructions(() -> Conversation.instructions(request))
                .inputMessages(() -> Conversation.messages(request))
                .toolDefinitions(() -> Tools.definitions(request.get("tools")));
    }

    static GenAiResponse response(Wire response) {
        Usage usage = new Usage();
        usage.add(response.get("usage"));
        return read(response, usage, Stop.of(response))
                .outputMessages(() -> answer(response.get("content").items(), Stop.of(response)))
                .build();
    }

    /** Returns what is known of a message beside its content. */
    static GenAiResponse.Builder read(Wire message, Usage usage, Stop stop) {
        return GenAiResponse.builder()
                .id(message.get("id").word())
                .model(message.get("model").word())
                .usage(usage.tokens())
                .finishReasons(stop.reasons());
    }

    /** Returns the model's one message; none if it has said nothing yet. */
    static List<Message> answer(List<Wire> blocks, Stop stop) {
        List<Part> parts = new ArrayList<>();
        blocks.forEach(block -> parts.addAll(ContentBlocks.parts(block)));
        if (parts.isEmpty() && stop.explanation() != null) {
            parts.add(new Part.Text(stop.explanation()));
        }
        return parts.isEmpty() ? List.of() : List.of(new Message("assistant", parts, null, stop.reason()));
    }

    /**
     * Why the model stopped.
     *
     * @param reason null as long as it has not
     * @param explanation why it refused; null if it did not, or did not say
     */
    record Stop(@Nullable String reason, @Nullable String explanation) {

        /** Reads it from a message or from the event that ends one. */
        static Stop of(Wire message) {
            return new Stop(
                    message.get("stop_reason").word(),
                    message.get("stop_details").get("explanation").word());
        }

        List<String> reasons() {
            return reason == null ? List.of() : List.of(reason);
        }
    }
}
