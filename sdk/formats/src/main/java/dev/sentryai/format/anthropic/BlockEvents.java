package dev.sentryai.format.anthropic;

import dev.sentryai.wire.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts one block of a streamed message together. */
final class BlockEvents {

    private final Wire start;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder thinking = new StringBuilder();
    private final StringBuilder input = new StringBuilder();

    BlockEvents(Wire start) {
        this.start = start;
        text.append(start.get("text").textOrEmpty());
        thinking.append(start.get("thinking").textOrEmpty());
    }

    void accept(Wire delta) {
        text.append(delta.get("text").textOrEmpty());
        thinking.append(delta.get("thinking").textOrEmpty());
        input.append(delta.get("partial_json").textOrEmpty());
    }

    /** Returns the block as it would stand in a message of one piece; its input is JSON text that may end too early. */
    Wire soFar() {
        Map<Object, @Nullable Object> block = new LinkedHashMap<>();
        if (start.plain() instanceof Map<?, ?> opening) {
            block.putAll(opening);
        } else {
            block.put("type", thinking.isEmpty() ? "text" : "thinking");
        }
        put(block, "text", text);
        put(block, "thinking", thinking);
        put(block, "input", input);
        return Wire.of(block);
    }

    private static void put(Map<Object, @Nullable Object> block, String name, StringBuilder value) {
        if (!value.isEmpty()) {
            block.put(name, value.toString());
        }
    }
}
