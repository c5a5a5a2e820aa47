package dev.sentryai.format.openai;

import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts the events of a streamed response together. The last event has the whole response; until it arrives, what counts are the
 * finished items and the text of the one that is under way.
 */
final class ResponseEvents implements ResponseReader<Wire> {

    private static final Set<String> LAST =
            Set.of("response.completed", "response.incomplete", "response.failed", "response.cancelled");

    private final SortedMap<Integer, Wire> finishedItems = new TreeMap<>();
    private final SortedMap<Integer, StringBuilder> openTexts = new TreeMap<>();
    private Wire response = Wire.nothing();
    private boolean last;

    @Override
    public void accept(Wire event) {
        String type = event.get("type").textOrEmpty();
        if (event.get("response").isPresent()) {
            response = event.get("response");
            last = LAST.contains(type);
        }
        int index = event.get("output_index").intOr(0);
        switch (type) {
            case "response.output_text.delta", "response.refusal.delta" ->
                openTexts
                        .computeIfAbsent(index, unseen -> new StringBuilder())
                        .append(event.get("delta").textOrEmpty());
            case "response.output_item.done" -> {
                finishedItems.put(index, event.get("item"));
                openTexts.remove(index);
            }
            default -> {}
        }
    }

    @Override
    public GenAiResponse response() {
        if (last) {
            return Responses.response(response);
        }
        return Responses.read(response).outputMessages(this::answerSoFar).build();
    }

    private List<Message> answerSoFar() {
        List<Part> parts = new ArrayList<>();
        ResponseItems.answer(List.copyOf(finishedItems.values()), List.of())
                .forEach(message -> parts.addAll(message.parts()));
        openTexts.values().forEach(text -> parts.add(new Part.Text(text.toString())));
        return parts.isEmpty() ? List.of() : List.of(new Message("assistant", parts, null, null));
    }
}
