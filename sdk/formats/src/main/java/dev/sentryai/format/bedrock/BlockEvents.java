package dev.sentryai.format.bedrock;

import dev.sentryai.wire.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts one block of a streamed message together. */
final class BlockEvents {

    private final Wire start;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final StringBuilder input = new StringBuilder();

    BlockEvents(Wire start) {
        this.start = start;
    }

    void accept(Wire delta) {
        text.append(delta.get("text").textOrEmpty());
        reasoning.append(delta.get("reasoningContent").get("text").textOrEmpty());
        input.append(delta.get("toolUse").get("input").textOrEmpty());
    }

    /** Returns the block as it would stand in a message of one piece; its input is JSON text that may end too early. */
    Wire soFar() {
        if (start.get("toolUse").isPresent() || !input.isEmpty()) {
            return Wire.of(Map.of("toolUse", toolUse()));
        }
        if (!reasoning.isEmpty()) {
            return Wire.of(Map.of("reasoningContent", Map.of("reasoningText", Map.of("text", reasoning.toString()))));
        }
        return text.isEmpty() ? Wire.nothing() : Wire.of(Map.of("text", text.toString()));
    }

    private Map<String, @Nullable Object> toolUse() {
        Map<String, @Nullable Object> use = new LinkedHashMap<>();
        use.put("toolUseId", start.get("toolUse").get("toolUseId").text());
        use.put("name", start.get("toolUse").get("name").text());
        if (!input.isEmpty()) {
            use.put("input", input.toString());
        }
        return use;
    }
}
