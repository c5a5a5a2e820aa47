package dev.sentryai.junit;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.tree.PlainText;

/**
 * What a span says otherwise than expected.
 *
 * @param what the name of it
 * @param comparison of what was expected with what the span says
 */
record Mismatch(String what, Comparison comparison) {

    private static final int MAX_KEYS = 400;

    /** Begins to tell; where nothing was found, what there is may help. */
    Report report(SpanRecord span) {
        Report report = new Report("Unexpected " + what + " of " + SpanPlace.label(span)).comparison(comparison);
        return comparison.actual().equals(Comparison.ABSENT) ? report.fact("sent keys", keys(span)) : report;
    }

    private static String keys(SpanRecord span) {
        String keys = PlainText.line(String.join(", ", span.attributes().keySet()));
        return keys.length() > MAX_KEYS ? keys.substring(0, MAX_KEYS) + '…' : keys;
    }
}
