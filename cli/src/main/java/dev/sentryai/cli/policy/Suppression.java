package dev.sentryai.cli.policy;

import dev.sentryai.telemetry.rules.Finding;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Findings that a project puts up with, and why. What is absent matches everything.
 *
 * @param rule id of the rule
 * @param file pattern of the file's name; {@code *} matches anything but a slash, {@code **} anything
 * @param span pattern of the span's name; {@code *} matches anything
 * @param attribute key of the attribute
 * @param reason why, for those who read the settings
 * @param expires the last day on which it works; null if it always does
 * @param place where it stands, for complaints
 */
public record Suppression(
        @Nullable String rule,
        @Nullable String file,
        @Nullable String span,
        @Nullable String attribute,
        String reason,
        @Nullable LocalDate expires,
        String place) {

    /** @throws IllegalArgumentException if it would match everything */
    public Suppression {
        if (rule == null && file == null && span == null && attribute == null) {
            throw new IllegalArgumentException("a suppression needs at least one of rule, file, span, attribute");
        }
    }

    boolean isExpired(LocalDate today) {
        return expires != null && expires.isBefore(today);
    }

    boolean matches(Finding finding) {
        return (rule == null || rule.equals(finding.rule()))
                && (attribute == null || attribute.equals(finding.attribute()))
                && (file == null
                        || Wildcard.ofPath(file).matches(finding.location().file()))
                && (span == null || Wildcard.ofName(span).matches(finding.spanName()));
    }

    String describe() {
        String what =
                Stream.of(rule, file, span, attribute).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return place + ": suppression of " + what;
    }
}
