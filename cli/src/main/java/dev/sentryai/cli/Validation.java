package dev.sentryai.cli;

import dev.sentryai.cli.input.Captures;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Rules;
import dev.sentryai.telemetry.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was read, what it says, and what is wrong with it. */
record Validation(int files, Captures captures, Telemetry telemetry, List<Finding> findings) {

    static Validation of(int files, Captures captures, ConventionsVersion conventions) {
        Telemetry telemetry = Telemetry.of(captures.envelopes());
        List<Finding> findings = new ArrayList<>();
        captures.malformed().forEach(file -> findings.add(Rules.unreadable(file.file(), file.failure())));
        findings.addAll(Rules.of(conventions).check(telemetry));
        return new Validation(files, captures, telemetry, findings);
    }

    boolean isEmpty() {
        return telemetry.aiSpans().isEmpty();
    }

    /** The summary's numbers under the names that they have in JSON. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("files", files);
        counts.put("envelopes", telemetry.envelopes().size());
        counts.put("spans", telemetry.spans().size());
        counts.put("ai_spans", telemetry.aiSpans().size());
        counts.put("errors", count(Severity.ERROR));
        counts.put("warnings", count(Severity.WARNING));
        counts.put("infos", count(Severity.INFO));
        return counts;
    }

    int exitCode(FailOn failOn, boolean allowEmpty) {
        if (hasUnreadableInput()) {
            return ExitCode.UNREADABLE;
        }
        if (findings.stream().anyMatch(finding -> failOn.isReached(finding.severity()))) {
            return ExitCode.FINDINGS;
        }
        return isEmpty() && !allowEmpty ? ExitCode.UNREADABLE : ExitCode.CLEAN;
    }

    /** An envelope with a broken item is a finding; what isn't an envelope at all is no input for us. */
    private boolean hasUnreadableInput() {
        return !captures.unreadable().isEmpty()
                || captures.malformed().stream()
                        .anyMatch(file -> file.failure().item().isEmpty());
    }

    private int count(Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
