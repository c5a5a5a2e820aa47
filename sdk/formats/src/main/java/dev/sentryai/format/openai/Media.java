package dev.sentryai.format.openai;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Reads calls for images, speech, transcripts and moderation. The conventions know no operation for them, and whatever they have in
 * the conventions' words would make Sentry take them for calls of a chat model; so they are plain spans, whose names say what is done
 * by which model.
 */
final class Media {

    private static final String OP = "function";

    private Media() {}

    /**
     * Returns a reader of requests.
     *
     * @param operation what is done, as a verb
     * @param input the field of the text that goes in
     */
    static Function<Wire, GenAiRequest.Builder> request(String operation, String input) {
        return request -> GenAiRequest.builder(OP)
                .name((operation + ' ' + request.get("model").textOrEmpty()).trim())
                .inputMessages(() -> List.of(new Message("user", parts(request.get(input)), null, null)));
    }

    /** A text, texts, or parts of which each has a type. */
    private static List<Part> parts(Wire input) {
        List<Part> texts = new ArrayList<>();
        input.items().stream().map(Wire::text).filter(Objects::nonNull).forEach(text -> texts.add(new Part.Text(text)));
        return texts.isEmpty() ? ContentParts.of(input) : texts;
    }
}
