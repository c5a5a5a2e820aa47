package dev.sentryai.content;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * How much room input messages have. The newest ones are kept; when not even the last one fits, its
 * texts are cut and end in {@code ...}.
 *
 * @param maxBytes of the JSON text in UTF-8
 */
record MessageBudget(int maxBytes) {

    private static final String CUT = "...";

    /** Returns the messages that fit, the oldest first. */
    List<Message> fit(List<Message> messages) {
        Deque<Message> kept = new ArrayDeque<>();
        int left = maxBytes - "[]".length();
        for (int i = messages.size() - 1; i >= 0; i--) {
            int needed = sizeOf(messages.get(i)) + (kept.isEmpty() ? 0 : 1);
            if (needed > left) {
                break;
            }
            left -= needed;
            kept.addFirst(messages.get(i));
        }
        if (kept.isEmpty() && !messages.isEmpty()) {
            Message last = cut(messages.get(messages.size() - 1), left);
            return sizeOf(last) <= left ? List.of(last) : List.of();
        }
        return List.copyOf(kept);
    }

    private static Message cut(Message message, int room) {
        List<Part> kept = new ArrayList<>();
        int left = room - sizeOf(with(message, List.of()));
        for (Part part : message.parts()) {
            int needed = sizeOf(part) + (kept.isEmpty() ? 0 : 1);
            if (needed > left) {
                cut(part, left - (kept.isEmpty() ? 0 : 1)).ifPresent(kept::add);
                break;
            }
            left -= needed;
            kept.add(part);
        }
        return with(message, kept);
    }

    private static Optional<Part> cut(Part part, int room) {
        if (!(part instanceof Part.Text text)) {
            return Optional.empty();
        }
        int left = room - sizeOf(new Part.Text(CUT));
        int end = 0;
        while (end < text.content().length()) {
            int next = text.content().offsetByCodePoints(end, 1);
            left -= sizeOf(text.content().substring(end, next)) - "\"\"".length();
            if (left < 0) {
                break;
            }
            end = next;
        }
        return end == 0
                ? Optional.empty()
                : Optional.of(new Part.Text(text.content().substring(0, end) + CUT));
    }

    private static Message with(Message message, List<Part> parts) {
        return new Message(message.role(), parts, message.name(), message.finishReason());
    }

    private static int sizeOf(Object value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8).length;
    }
}
