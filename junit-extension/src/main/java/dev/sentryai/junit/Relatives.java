package dev.sentryai.junit;

import dev.sentryai.telemetry.EventRecord;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was captured above, below and inside of a span.
 *
 * @param span the span
 * @param telemetry everything that was captured
 */
record Relatives(SpanRecord span, Telemetry telemetry) {

    /** @throws IllegalStateException if only the span is known */
    static Relatives of(SpanRecord span, @Nullable Telemetry telemetry) {
        if (telemetry == null) {
            throw new IllegalStateException("Of a span alone neither parent nor children nor errors are known."
                    + " Start from the telemetry: assertThat(telemetry).span(op)");
        }
        return new Relatives(span, telemetry);
    }

    Optional<SpanRecord> parent() {
        return telemetry.parentOf(span);
    }

    Optional<Integer> childCount() {
        return Optional.of(children().size());
    }

    private List<SpanRecord> children() {
        return telemetry.childrenOf(span);
    }

    List<SpanRecord> children(String name) {
        return children().stream().filter(child -> name.equals(child.name())).toList();
    }

    List<EventRecord> errors() {
        return telemetry.events().stream()
                .filter(event -> ErrorAssert.isLink(event, span))
                .toList();
    }

    Mismatch noParent() {
        String found = span.parentSpanId() == null ? Comparison.ABSENT : span.parentSpanId() + " (not captured)";
        return new Mismatch("parent", new Comparison("a captured span", found));
    }

    Mismatch notOneChild(String name) {
        String names = children().isEmpty()
                ? Comparison.ABSENT
                : children().stream().map(SpanPlace::label).collect(Collectors.joining(", "));
        return new Mismatch("child", new Comparison("one named " + Comparison.text(name), names));
    }

    Mismatch notOneError() {
        String all = Count.of(errors(), "error") + ", of " + telemetry.events().size() + " captured";
        return new Mismatch("error event", new Comparison("1 error", all));
    }
}
