package dev.sentryai.cli.report;

import dev.sentryai.cli.text.StoredRemarks;
import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Trace;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.tree.TreeRemarks;
import java.util.List;
import java.util.Map;

/**
 * What a validation says in a tree: findings below their spans, and beside a trace what Sentry would make of it.
 *
 * @param file the one that is being printed
 * @param findings those about spans, whatever file they stand in
 * @param lines writes findings
 * @param stored what Sentry would store
 */
record FindingRemarks(String file, Map<Location, List<Finding>> findings, FindingLines lines, StoredRemarks stored)
        implements TreeRemarks {

    boolean areAbout(SpanRecord span) {
        return findings.containsKey(span.location());
    }

    @Override
    public List<String> below(SpanRecord span) {
        return findings.getOrDefault(span.location(), List.of()).stream()
                .flatMap(finding -> lines.of(finding, file).stream())
                .toList();
    }

    @Override
    public List<String> beside(Trace trace) {
        return stored.of(trace);
    }
}
