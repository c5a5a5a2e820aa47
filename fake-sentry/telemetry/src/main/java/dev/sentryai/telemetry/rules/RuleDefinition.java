package dev.sentryai.telemetry.rules;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says about a rule. Texts may hold {@code {placeholders}}, which a finding fills.
 *
 * @param id stable identifier, for example {@code GENAI141}
 * @param severity severity of the rule's gravest findings
 * @param milderSeverity severity of its milder cases, null if all are equally grave
 * @param title what is wrong, in a few words and without placeholders
 * @param message template of a finding's message
 * @param citation where the rule comes from
 * @param fix template of the advice
 * @param repair whether a recording can be corrected
 */
public record RuleDefinition(
        String id,
        Severity severity,
        @Nullable Severity milderSeverity,
        String title,
        String message,
        String citation,
        String fix,
        Repair repair) {

    /** Returns the severity of milder cases; empty if all findings of the rule are equally grave. */
    public Optional<Severity> milder() {
        return Optional.ofNullable(milderSeverity);
    }
}
