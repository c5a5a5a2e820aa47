package dev.sentryai.cli.report;

import dev.sentryai.cli.check.Scope;
import dev.sentryai.cli.check.Summary;
import dev.sentryai.cli.text.Count;
import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.RuleDefinition;
import dev.sentryai.telemetry.rules.Rules;
import dev.sentryai.telemetry.rules.Severity;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all formats say in the same words. Not yet safe to print. */
final class FindingText {

    private static final Map<String, RuleDefinition> RULES =
            Rules.definitions().stream().collect(Collectors.toMap(RuleDefinition::id, Function.identity()));

    private FindingText() {}

    static RuleDefinition rule(String id) {
        RuleDefinition rule = RULES.get(id);
        if (rule == null) {
            throw new IllegalStateException("The catalogue has no rule " + id);
        }
        return rule;
    }

    static String title(Finding finding) {
        return rule(finding.rule()).title();
    }

    /** Where in its file the finding stands. */
    static String place(Finding finding) {
        Location location = finding.location();
        StringBuilder place = new StringBuilder(location.item() < 0 ? "header" : "item " + location.item());
        if (location.span() != null) {
            place.append(", span ").append(location.span());
        }
        if (finding.offset() != null) {
            place.append(", byte ").append(finding.offset());
        }
        Stream.of(finding.attribute(), finding.pointer())
                .filter(text -> text != null && !text.isEmpty())
                .forEach(text -> place.append(' ').append(text));
        return place.toString();
    }

    /** All there is to say, on several lines. */
    static String details(Finding finding) {
        StringBuilder details =
                new StringBuilder(finding.message()).append('\n').append(place(finding));
        append(details, "expected: ", finding.expected());
        append(details, "actual: ", finding.actual());
        append(details, "fix: ", finding.fix());
        return details.toString();
    }

    private static void append(StringBuilder details, String label, @Nullable String text) {
        if (text != null) {
            details.append('\n').append(label).append(text);
        }
    }

    /** Of a validation with findings. */
    static Severity severest(Summary summary) {
        return Stream.of(Severity.values())
                .filter(severity -> summary.count(severity) > 0)
                .findFirst()
                .orElse(Severity.INFO);
    }

    /** The rule to begin with: of those that are gravest by the catalogue, the one with most findings. */
    static Optional<String> worstRule(Summary summary) {
        return summary.rules().keySet().stream()
                .min(Comparator.comparing((String id) -> rule(id).severity())
                        .thenComparing(id -> -summary.rules().getOrDefault(id, 0))
                        .thenComparing(Comparator.naturalOrder()));
    }

    static String summary(Summary summary) {
        Scope scope = summary.scope();
        String size = " (" + Count.of(scope.envelopes(), "envelope") + ", " + Count.of(scope.spans(), "span") + ", "
                + Count.of(scope.aiSpans(), "AI span") + ")";
        String files = Count.of(scope.files(), "file");
        String text = summary.isClean()
                ? "No findings in " + files + size
                : counts(summary) + " in " + scope.filesWithFindings() + " of " + files + size;
        return text
                + (summary.verdict().suppressed() > 0 ? ", " + summary.verdict().suppressed() + " suppressed" : "")
                + (summary.verdict().baselined() > 0 ? ", " + summary.verdict().baselined() + " in the baseline" : "");
    }

    static String counts(Summary summary) {
        return Stream.of(Severity.values())
                .map(severity -> Count.of(summary.count(severity), severity.toString()))
                .collect(Collectors.joining(", "));
    }
}
