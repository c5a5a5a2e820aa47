package dev.sentryai.fakesentry;

import dev.sentryai.fakesentry.EnvelopeStore.Contents;
import dev.sentryai.telemetry.Telemetry;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts into words what a fake Sentry got, for those who waited for something else. */
record Sightings(Contents contents, Telemetry telemetry) {

    private static final int MAX_SPANS = 20;

    String describe() {
        StringBuilder text = new StringBuilder();
        text.append(count(contents.envelopes().size(), "envelope")).append(": ");
        text.append(count(telemetry.spans().size(), "span"));
        text.append(" (").append(telemetry.aiSpans().size()).append(" AI), ");
        text.append(count(telemetry.events().size(), "event")).append(", ");
        text.append(count(telemetry.items().size(), "other item"));
        if (contents.evicted() > 0) {
            text.append("; forgot ")
                    .append(count(contents.evicted(), "older envelope"))
                    .append(" for lack of room");
        }
        if (contents.refused() > 0) {
            text.append("; refused ").append(count(contents.refused(), "request"));
            text.append(", last with ").append(contents.lastRefusal());
        }
        return text.append(spans()).toString();
    }

    private String spans() {
        String lines = telemetry.spans().stream()
                .limit(MAX_SPANS)
                .map(span -> "\n  " + orUnknown(span.op()) + ' ' + orUnknown(span.name()))
                .collect(Collectors.joining());
        int more = telemetry.spans().size() - MAX_SPANS;
        return more > 0 ? lines + "\n  and " + more + " more" : lines;
    }

    private static String orUnknown(@Nullable String label) {
        return label == null ? "(unknown)" : label;
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
