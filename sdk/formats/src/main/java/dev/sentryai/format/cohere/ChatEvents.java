package dev.sentryai.format.cohere;

import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the events of a streamed chat together. */
final class ChatEvents implements ResponseReader<Wire> {

    private final SortedMap<Integer, ContentEvents> contents = new TreeMap<>();
    private final SortedMap<Integer, ToolCallEvents> calls = new TreeMap<>();
    private final StringBuilder plan = new StringBuilder();
    private Wire start = Wire.nothing();
    private Wire end = Wire.nothing();

    @Override
    public void accept(Wire event) {
        int index = event.get("index").intOr(0);
        Wire message = event.get("delta").get("message");
        switch (event.get("type").textOrEmpty()) {
            case "message-start" -> start = event;
            case "content-start", "content-delta" ->
                contents.computeIfAbsent(index, unseen -> new ContentEvents()).accept(message.get("content"));
            case "tool-plan-delta" -> plan.append(message.get("tool_plan").textOrEmpty());
            case "tool-call-start", "tool-call-delta" ->
                calls.computeIfAbsent(index, unseen -> new ToolCallEvents()).accept(message.get("tool_calls"));
            case "message-end" -> end = event.get("delta");
            default -> {}
        }
    }

    @Override
    public GenAiResponse response() {
        String reason = end.get("finish_reason").word();
        return Chat.finished(reason)
                .id(start.get("id").word())
                .usage(Usage.tokens(end.get("usage")))
                .outputMessages(() -> Chat.answer(parts(), reason))
                .build();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        contents.values().forEach(content -> parts.addAll(content.soFar()));
        if (!plan.isEmpty()) {
            parts.add(new Part.Reasoning(plan.toString()));
        }
        calls.values().forEach(call -> parts.add(call.soFar()));
        return parts;
    }
}
