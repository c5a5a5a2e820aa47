package dev.sentryai.cli.text;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.EventRecord;
import dev.sentryai.telemetry.EventRecord.ExceptionRecord;
import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.Trace;
import dev.sentryai.telemetry.cost.CostEstimator;
import dev.sentryai.telemetry.relay.Relay;
import dev.sentryai.telemetry.tree.Glyphs;
import dev.sentryai.telemetry.tree.PlainText;
import dev.sentryai.telemetry.tree.SpanTree;
import dev.sentryai.telemetry.tree.SpanTreePrinter;
import dev.sentryai.telemetry.tree.TreeRemarks;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what envelopes hold: headers, items, and every trace below the first envelope that has spans of it. */
public final class InspectText {

    private final PrintWriter out;
    private final Style style;
    private final boolean content;
    private final SpanTreePrinter trees;
    private final CostText cost;

    /**
     * Prepares printing.
     *
     * @param out where to; neither flushed nor closed
     * @param style how
     * @param content whether messages are shown, too
     * @param estimator of what calls cost
     */
    public InspectText(PrintWriter out, Style style, boolean content, CostEstimator estimator) {
        this.out = out;
        this.style = style;
        this.content = content;
        this.trees = new SpanTreePrinter(Glyphs.UNICODE, style.decoration());
        this.cost = new CostText(estimator);
    }

    /** Prints all of it. */
    public void print(Telemetry telemetry) {
        print(telemetry, remarks(telemetry), cost);
        out.println(summary(telemetry));
        notes(telemetry);
    }

    /** Prints what Sentry would store of it: spans as they are stored, what was done to them, and which are dropped. */
    public void printStored(Telemetry sent) {
        StoredText stored = new StoredText(sent, new Relay(cost.estimator().prices()), style);
        Map<String, Map<Integer, List<String>>> remarks = remarks(sent);
        stored.dropped().forEach(span -> add(remarks, span.sent().location(), stored.line(span)));
        print(stored.telemetry(), remarks, stored);
        out.println(
                summary(stored.telemetry()) + ", " + Count.of(stored.dropped().size(), "dropped span"));
        notes(stored.telemetry());
    }

    private void print(
            Telemetry telemetry, Map<String, Map<Integer, List<String>>> remarks, TreeRemarks remarksOfSpans) {
        Map<String, List<Trace>> traces = tracesByFile(telemetry);
        EnvelopeText envelopes = new EnvelopeText(out, style);
        for (CapturedEnvelope captured : telemetry.envelopes()) {
            envelopes.print(captured, remarks.getOrDefault(captured.file(), Map.of()));
            for (Trace trace : traces.getOrDefault(captured.file(), List.of())) {
                print(trace, captured.file(), remarksOfSpans);
            }
            out.println();
        }
    }

    private void notes(Telemetry telemetry) {
        CostEstimator estimator = cost.estimator();
        CostText.notes(estimator.estimate(telemetry.spans()), estimator.prices().sources())
                .forEach(out::println);
    }

    /** Prints one trace with what its spans say. */
    public void print(Trace trace) {
        print(trace, cost);
    }

    private void print(Trace trace, TreeRemarks remarks) {
        trees.print(trace, SpanTree.of(trace), remarks).lines().forEach(line -> out.println("  " + line));
        if (content) {
            ContentText messages = new ContentText(out, style);
            trace.spans().forEach(messages::print);
        }
    }

    private void print(Trace trace, String file, TreeRemarks remarks) {
        if (fileOfFirstSpan(trace).equals(file)) {
            print(trace, remarks);
        } else {
            String id = PlainText.line(String.valueOf(trace.traceId()));
            out.println("  trace " + id + " is shown with " + PlainText.line(fileOfFirstSpan(trace)));
        }
    }

    private static String fileOfFirstSpan(Trace trace) {
        return trace.spans().get(0).location().file();
    }

    private static Map<String, List<Trace>> tracesByFile(Telemetry telemetry) {
        Map<String, List<Trace>> traces = new LinkedHashMap<>();
        for (Trace trace : telemetry.traces()) {
            trace.spans().stream()
                    .map(span -> span.location().file())
                    .distinct()
                    .forEach(file -> traces.computeIfAbsent(file, key -> new ArrayList<>())
                            .add(trace));
        }
        return traces;
    }

    /** What there is to say about items that hold no spans: exceptions, and what couldn't be read. */
    private Map<String, Map<Integer, List<String>>> remarks(Telemetry telemetry) {
        Map<String, Map<Integer, List<String>>> remarks = new HashMap<>();
        for (EventRecord event : telemetry.events()) {
            event.exceptions().forEach(exception -> add(remarks, event.location(), style.red(exception(exception))));
        }
        telemetry
                .problems()
                .forEach(problem ->
                        add(remarks, problem.location(), style.red("unreadable: " + PlainText.line(problem.reason()))));
        return remarks;
    }

    private static void add(Map<String, Map<Integer, List<String>>> remarks, Location location, String remark) {
        remarks.computeIfAbsent(location.file(), file -> new HashMap<>())
                .computeIfAbsent(location.item(), item -> new ArrayList<>())
                .add(remark);
    }

    private static String exception(ExceptionRecord exception) {
        String text = exception.type() + ": " + exception.value();
        if (exception.mechanism() == null) {
            return PlainText.line(text);
        }
        String handled = Boolean.FALSE.equals(exception.mechanism().handled()) ? "unhandled" : "handled";
        return PlainText.line(text + "  (" + exception.mechanism().type() + ", " + handled + ")");
    }

    private static String summary(Telemetry telemetry) {
        return Count.of(telemetry.envelopes().size(), "envelope") + ", "
                + Count.of(telemetry.traces().size(), "trace") + ", "
                + Count.of(telemetry.spans().size(), "span") + " ("
                + telemetry.aiSpans().size() + " AI), "
                + Count.of(telemetry.events().size(), "error event") + ", "
                + Count.of(telemetry.items().size(), "other item");
    }
}
