package dev.sentryai.junit;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.Trace;
import dev.sentryai.telemetry.tree.PlainText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A span among what was captured with it.
 *
 * @param span the span
 * @param telemetry what was captured; null if only the span is known
 */
record SpanPlace(SpanRecord span, @Nullable Telemetry telemetry) {

    private static final int MAX_NAME = 80;
    private static final int MAX_DEPTH = 8;

    /** Op and name, for example {@code gen_ai.chat "chat gpt-4o"}. */
    static String label(SpanRecord span) {
        String op = PlainText.line(String.valueOf(span.op()));
        String name = PlainText.line(String.valueOf(span.name()));
        return op + " \"" + (name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + '…' : name) + '"';
    }

    /** The spans above and the span itself. */
    String path() {
        Deque<String> path = new ArrayDeque<>();
        Optional<SpanRecord> next = Optional.of(span);
        while (next.isPresent() && path.size() < MAX_DEPTH) {
            path.addFirst(label(next.get()));
            next = parentOf(next.get());
        }
        return next.map(more -> "… > ").orElse("") + path.stream().collect(Collectors.joining(" > "));
    }

    List<String> tree(int maxLines) {
        return telemetry == null
                ? new TreeText(List.of(new Trace(span.traceId(), List.of(span), List.of()))).lines(span, maxLines)
                : TreeText.of(telemetry, span, maxLines);
    }

    /** Adds where the span is, and the tree. */
    String complete(Report report) {
        return report.fact("span", path())
                .fact("sent in", span.location().toString())
                .with(this::tree);
    }

    private Optional<SpanRecord> parentOf(SpanRecord child) {
        return telemetry == null ? Optional.empty() : telemetry.parentOf(child);
    }
}
