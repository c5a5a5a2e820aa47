package dev.sentryai.junit;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.Trace;
import dev.sentryai.telemetry.tree.SpanTreePrinter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The span tree for people who read why a test failed.
 *
 * @param traces what to show
 */
record TreeText(List<Trace> traces) {

    private static final String MARK = "   <-- this span";

    /** The lines of the tree; when there are too many, those around the marked span, or else the first. */
    List<String> lines(@Nullable SpanRecord marked, int max) {
        List<String> lines = new ArrayList<>();
        int markedLine = 0;
        for (Trace trace : traces) {
            int line = lineOf(marked, trace);
            lines.addAll(SpanTreePrinter.PLAIN.print(trace).lines().toList());
            if (line > 0) {
                markedLine = lines.size() - trace.spans().size() - 1 + line;
                lines.set(markedLine, lines.get(markedLine) + MARK);
            }
        }
        return window(lines, markedLine, max);
    }

    /** What there is to see when there may be no span at all. */
    static List<String> of(Telemetry telemetry, @Nullable SpanRecord marked, int max) {
        if (telemetry.spans().isEmpty()) {
            return List.of("No span was captured, in " + Count.of(telemetry.envelopes(), "envelope") + " with "
                    + Count.of(telemetry.events(), "error event") + ".");
        }
        return new TreeText(telemetry.traces()).lines(marked, max);
    }

    /** Counted from the trace's first line, which is about the trace itself; 0 if the span is in another trace. */
    private static int lineOf(@Nullable SpanRecord marked, Trace trace) {
        if (marked == null) {
            return 0;
        }
        return TreeLine.all(trace).stream().map(TreeLine::span).toList().indexOf(marked) + 1;
    }

    private static List<String> window(List<String> lines, int center, int max) {
        if (lines.size() <= max) {
            return lines;
        }
        int room = max - 2;
        int start = Math.max(0, Math.min(center - room / 2, lines.size() - room));
        int end = start + room;
        List<String> window = new ArrayList<>();
        if (start > 0) {
            window.add("… " + Count.of(start, "line") + " above");
        }
        window.addAll(lines.subList(start, end));
        if (end < lines.size()) {
            window.add("… " + Count.of(lines.size() - end, "line") + " below");
        }
        return window;
    }
}
