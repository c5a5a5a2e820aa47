package dev.sentryai.cli.text;

import static dev.sentryai.protocol.GenAiAttributes.TOOL_CALL_ARGUMENTS;
import static dev.sentryai.protocol.GenAiAttributes.TOOL_CALL_RESULT;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.tree.PlainText;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Prints the messages of a span. */
final class ContentText {

    private static final int LABEL = 12;
    private static final String INDENT = " ".repeat(4 + LABEL);

    private final PrintWriter out;
    private final Style style;
    private boolean headed;

    ContentText(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    void print(SpanRecord span) {
        headed = false;
        List<Part> instructions = span.systemInstructions();
        if (!instructions.isEmpty()) {
            line(span, "system", parts(instructions));
        }
        if (!span.toolDefinitions().isEmpty()) {
            line(
                    span,
                    "tools",
                    span.toolDefinitions().stream().map(ToolDefinition::name).collect(Collectors.joining(", ")));
        }
        span.inputMessages().forEach(message -> message(span, message));
        span.outputMessages().forEach(message -> message(span, message));
        span.string(TOOL_CALL_ARGUMENTS).ifPresent(arguments -> line(span, "arguments", arguments));
        span.string(TOOL_CALL_RESULT).ifPresent(result -> line(span, "result", result));
    }

    private void message(SpanRecord span, Message message) {
        String finish =
                message.finishReason() == null ? "" : style.dim("  [" + PlainText.line(message.finishReason()) + ']');
        line(span, message.role(), parts(message.parts()) + finish);
    }

    private static String parts(List<Part> parts) {
        return parts.stream().map(PartText::of).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    private void line(SpanRecord span, String label, String text) {
        if (!headed) {
            headed = true;
            out.println();
            out.println("  " + style.cyan(PlainText.line(span.op() + "  " + span.name())));
        }
        String role = String.format("%-" + LABEL + "s", PlainText.line(label));
        out.println("    " + style.bold(role) + text.replace("\n", "\n" + INDENT));
    }
}
