package dev.sentryai.cli.check;

import dev.sentryai.cli.policy.Verdict;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Severity;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what is found, part by part. Used by one thread. */
final class Tally {

    private final Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
    private final SortedMap<String, Integer> rules = new TreeMap<>();
    private final Coverage.Counter coverage;
    private int files;
    private int filesWithFindings;
    private int envelopes;
    private int spans;
    private int aiSpans;

    Tally(Coverage.Counter coverage) {
        this.coverage = coverage;
    }

    void add(Checked part) {
        files += part.files().size() + part.unreadable();
        envelopes += part.telemetry().envelopes().size();
        spans += part.telemetry().spans().size();
        aiSpans += part.telemetry().aiSpans().size();
        filesWithFindings += (int) part.findings().stream()
                .map(finding -> finding.location().file())
                .distinct()
                .count();
        part.findings().forEach(this::add);
        part.telemetry().aiSpans().forEach(coverage::add);
    }

    private void add(Finding finding) {
        severities.merge(finding.severity(), 1, Integer::sum);
        rules.merge(finding.rule(), 1, Integer::sum);
    }

    Summary summary(Verdict verdict) {
        Scope scope = new Scope(files, filesWithFindings, envelopes, spans, aiSpans);
        return new Summary(scope, severities, rules, verdict, coverage.coverage());
    }
}
