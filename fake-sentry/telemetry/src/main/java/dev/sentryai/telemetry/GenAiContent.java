package dev.sentryai.telemetry;

import static dev.sentryai.protocol.GenAiAttributes.INPUT_MESSAGES;
import static dev.sentryai.protocol.GenAiAttributes.OUTPUT_MESSAGES;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.telemetry.content.ContentReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the messages of a span. What the conventions have now comes first, then what they had before and how Relay transforms it
 * (section 1.5), then the older names of the lookup chain.
 */
final class GenAiContent {

    private static final String REQUEST_MESSAGES = "gen_ai.request.messages";

    /** Text, object and tool calls of a response, from the newest convention to the oldest. */
    private static final List<List<String>> RESPONSES = List.of(
            List.of("gen_ai.response.text", "gen_ai.response.object", "gen_ai.response.tool_calls"),
            List.of("ai.response.text", "ai.response.object", "ai.response.toolCalls"),
            List.of("ai.responses", "ai.response.object", "ai.tool_calls"));

    private final Map<String, @Nullable Object> attributes;

    GenAiContent(Map<String, @Nullable Object> attributes) {
        this.attributes = attributes;
    }

    List<Message> input() {
        Object sent = attributes.get(INPUT_MESSAGES);
        if (sent == null) {
            sent = attributes.get(REQUEST_MESSAGES);
        }
        if (sent == null) {
            sent = AttributeLookup.find(attributes, INPUT_MESSAGES).orElse(null);
        }
        return ContentReader.messages(sent, "user");
    }

    List<Message> output() {
        Object sent = attributes.get(OUTPUT_MESSAGES);
        if (sent != null) {
            return ContentReader.messages(sent, "assistant");
        }
        for (List<String> names : RESPONSES) {
            List<Message> messages = ContentReader.response(
                    attributes.get(names.get(0)), attributes.get(names.get(1)), attributes.get(names.get(2)));
            if (!messages.isEmpty()) {
                return messages;
            }
        }
        return List.of();
    }
}
