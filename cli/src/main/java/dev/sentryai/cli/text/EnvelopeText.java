package dev.sentryai.cli.text;

import dev.sentryai.cli.json.JsonLine;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.envelope.Item;
import dev.sentryai.telemetry.tree.PlainText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints the headers of an envelope and of its items. */
final class EnvelopeText {

    private final PrintWriter out;
    private final Style style;

    EnvelopeText(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** @param remarks lines to print below items, by the items' index */
    void print(CapturedEnvelope captured, Map<Integer, List<String>> remarks) {
        out.println(style.bold(PlainText.line(captured.file())) + "  "
                + Count.of(captured.envelope().length(), "byte"));
        captured.envelope()
                .header()
                .fields()
                .forEach((key, value) ->
                        out.println("  " + style.dim(String.format("%-10s", PlainText.line(key))) + value(value)));
        for (Item item : captured.envelope().items()) {
            print(item);
            remarks.getOrDefault(item.index(), List.of()).forEach(remark -> out.println("          " + remark));
        }
    }

    private void print(Item item) {
        String others = item.header().entrySet().stream()
                .filter(member ->
                        !member.getKey().equals("type") && !member.getKey().equals("length"))
                .map(member -> "  " + PlainText.line(member.getKey()) + '=' + value(member.getValue()))
                .collect(Collectors.joining());
        out.println("  item " + item.index() + "  " + style.cyan(PlainText.line(item.type())) + "  "
                + Count.of(item.length(), "byte") + style.dim(others));
    }

    private static String value(@Nullable Object value) {
        return PlainText.line(value instanceof String text ? text : JsonLine.of(value));
    }
}
