package dev.sentryai.telemetry.rules;

import dev.sentryai.telemetry.Location;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule found wrong, and where.
 *
 * @param rule identifier of the rule, for example {@code GENAI141}
 * @param severity how bad it is
 * @param message what is wrong, in one line
 * @param location file, item and span
 * @param spanId id of the span as sent; null if the finding is about an envelope or item, or if the span has none
 * @param spanName name of the span; empty if the finding is about an envelope or item, or if the span has none
 * @param attribute key of the attribute; null if the finding is not about one
 * @param pointer JSON pointer to the fault: inside the attribute's JSON if there is an attribute, else inside the envelope
 *     header, item header, item payload or span that the message talks about; null if there is nothing to point at
 * @param offset place of the span or item, in bytes from the start of the decoded envelope; null if not known
 * @param expected what should stand there; null if there is no single answer
 * @param actual what stands there; null if nothing does
 * @param fix what to do; null if there is no general advice
 * @param fingerprint identity that survives other spans, values and files: equal for the same rule, kind of span and attribute
 */
public record Finding(
        String rule,
        Severity severity,
        String message,
        Location location,
        @Nullable String spanId,
        String spanName,
        @Nullable String attribute,
        @Nullable String pointer,
        @Nullable Long offset,
        @Nullable String expected,
        @Nullable String actual,
        @Nullable String fix,
        String fingerprint) {

    /**
     * The same finding as somebody else judges it.
     *
     * @param other how bad it is to them
     * @return a finding that is equal but for its severity
     */
    public Finding withSeverity(Severity other) {
        return new Finding(
                rule,
                other,
                message,
                location,
                spanId,
                spanName,
                attribute,
                pointer,
                offset,
                expected,
                actual,
                fix,
                fingerprint);
    }

    /**
     * The same finding as strict projects judge it: what makes the product show less, GENAI280 to GENAI289, is at least a warning.
     *
     * @return a finding that is equal but for its severity
     */
    public Finding strict() {
        return rule.startsWith("GENAI28") && severity == Severity.INFO ? withSeverity(Severity.WARNING) : this;
    }
}
