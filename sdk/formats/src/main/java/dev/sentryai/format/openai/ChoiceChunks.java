package dev.sentryai.format.openai;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts together one choice of a streamed completion: of chat, where chunks hold a delta, or of the older kind, a text. */
final class ChoiceChunks {

    private final StringBuilder reasoning = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder refusal = new StringBuilder();
    private final SortedMap<Integer, ToolCallChunks> toolCalls = new TreeMap<>();
    private @Nullable String finishReason;

    void accept(Wire choice) {
        Wire delta = choice.get("delta");
        reasoning.append(ChatMessages.reasoning(delta).textOrEmpty());
        ContentParts.of(delta.get("content")).forEach(this::add);
        text.append(choice.get("text").textOrEmpty());
        refusal.append(delta.get("refusal").textOrEmpty());
        for (Wire call : delta.get("tool_calls").items()) {
            toolCall(call.get("index").intOr(toolCalls.size())).accept(call.get("id"), call.get("function"));
        }
        if (delta.get("function_call").isPresent()) {
            toolCall(0).accept(Wire.nothing(), delta.get("function_call"));
        }
        String reason = choice.get("finish_reason").word();
        finishReason = reason == null ? finishReason : reason;
    }

    /** The content of a chunk is a text, of Mistral's chunks also a list of parts; parts that are no words come whole. */
    private void add(Part part) {
        if (part instanceof Part.Text said) {
            text.append(said.content());
        } else if (part instanceof Part.Reasoning thought) {
            reasoning.append(thought.content());
        }
    }

    private ToolCallChunks toolCall(int index) {
        return toolCalls.computeIfAbsent(index, unseen -> new ToolCallChunks());
    }

    /** Returns why the model stopped; null as long as it has not. */
    @Nullable
    String finishReason() {
        return finishReason;
    }

    Message answer() {
        List<Part> parts = new ArrayList<>();
        if (!reasoning.isEmpty()) {
            parts.add(new Part.Reasoning(reasoning.toString()));
        }
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text.toString()));
        }
        if (!refusal.isEmpty()) {
            parts.add(new Part.Text(refusal.toString()));
        }
        toolCalls.values().forEach(call -> parts.add(call.call()));
        return new Message("assistant", parts, null, finishReason);
    }
}
