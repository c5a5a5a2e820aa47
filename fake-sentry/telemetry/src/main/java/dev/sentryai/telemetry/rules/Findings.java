package dev.sentryai.telemetry.rules;

import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.rules.subject.EnvelopeSubject;
import dev.sentryai.telemetry.rules.subject.ItemSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what the rules find: adds the place and the catalogue's texts, and keeps the order. Used by one thread. */
final class Findings {

    /** File, item, span, rule; what is the same in all of these stays in the order of the wire. */
    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> finding.location().file())
            .thenComparing(finding -> finding.location().item())
            .thenComparing(finding -> finding.location().span(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Finding::rule);

    private final List<Finding> findings = new ArrayList<>();

    /** Takes a violation that is about a span, unless it names another one. */
    void add(String rule, Violation violation, @Nullable SpanRecord subject) {
        SpanRecord span = violation.span() == null ? subject : violation.span();
        if (span == null) {
            throw new IllegalStateException("Rule " + rule + " must say which span it is about");
        }
        add(rule, violation, span.location(), span);
    }

    /** Takes a violation that is about an envelope, unless it names an item or span. */
    void add(String rule, Violation violation, EnvelopeSubject envelope) {
        if (violation.span() != null) {
            add(rule, violation, violation.span());
        } else {
            add(rule, violation, location(violation, envelope.captured().file()), null);
        }
    }

    private static Location location(Violation violation, String file) {
        ItemSubject item = violation.item();
        return item == null
                ? Location.ofHeader(file)
                : new Location(file, item.item().index(), null, "", item.item().offset());
    }

    /** Takes a violation that stands at a known place. */
    void add(String id, Violation violation, Location location, @Nullable SpanRecord span) {
        RuleDefinition rule = Catalogue.BUNDLED.get(id);
        Map<String, String> values = violation.values();
        findings.add(new Finding(
                rule.id(),
                violation.isMilder() ? rule.milder().orElseThrow() : rule.severity(),
                Template.fill(rule.message(), values),
                location,
                span == null ? null : span.spanId(),
                span == null || span.name() == null ? "" : span.name(),
                violation.attribute(),
                violation.pointer(),
                location.offset(),
                values.get("expected"),
                values.get("actual"),
                Template.fill(rule.fix(), values),
                Fingerprint.of(rule.id(), span, violation.attribute())));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    void addAll(Findings others) {
        findings.addAll(others.findings);
    }

    List<Finding> sorted() {
        if (findings.isEmpty()) {
            return List.of();
        }
        findings.sort(ORDER);
        return List.copyOf(findings);
    }
}
