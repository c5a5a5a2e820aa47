package dev.sentryai.format.cohere;

import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.List;

/** Puts the events of a streamed chat of the first version together; the last one has everything again. */
final class LegacyChatEvents implements ResponseReader<Wire> {

    private final StringBuilder text = new StringBuilder();
    private Wire start = Wire.nothing();
    private Wire end = Wire.nothing();

    @Override
    public void accept(Wire event) {
        switch (event.get("event_type").textOrEmpty()) {
            case "stream-start" -> start = event;
            case "text-generation" -> text.append(event.get("text").textOrEmpty());
            case "stream-end" -> end = event;
            default -> {}
        }
    }

    @Override
    public GenAiResponse response() {
        Wire whole = end.get("response");
        return whole.isPresent()
                ? LegacyChat.response(whole, end.get("finish_reason").word(), LegacyChat.parts(whole))
                : LegacyChat.response(start, null, soFar());
    }

    private List<Part> soFar() {
        return text.isEmpty() ? List.of() : List.of(new Part.Text(text.toString()));
    }
}
