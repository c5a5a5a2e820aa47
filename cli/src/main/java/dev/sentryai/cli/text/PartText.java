package dev.sentryai.cli.text;

import dev.sentryai.cli.json.JsonLine;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.tree.PlainText;
import org.jspecify.annotations.Nullable;

/** A part of a message as text. */
final class PartText {

    private PartText() {}

    static String of(Part part) {
        return PlainText.block(text(part)).strip();
    }

    private static String text(Part part) {
        if (part instanceof Part.Text text) {
            return text.content();
        }
        if (part instanceof Part.Reasoning reasoning) {
            return "(reasoning) " + reasoning.content();
        }
        if (part instanceof Part.ToolCall call) {
            return "calls " + call.name() + ' ' + value(call.arguments()) + id(call.id());
        }
        if (part instanceof Part.ToolCallResponse response) {
            return "returns " + value(response.response()) + id(response.id());
        }
        return JsonLine.of(part); // files, links and what nobody knows
    }

    private static String value(@Nullable Object value) {
        return value instanceof CharSequence text ? text.toString() : JsonLine.of(value);
    }

    private static String id(@Nullable String id) {
        return id == null ? "" : "  (" + id + ')';
    }
}
