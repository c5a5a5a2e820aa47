package dev.sentryai.telemetry.rules.span;

import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Hex;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;

/** Ids of one span: GENAI032 and GENAI033. */
public final class IdRules {

    private IdRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI032", IdRules::malformedId, Fact.ODD_ID),
                Rule.of("GENAI033", IdRules::zeroId, Fact.ODD_ID));
    }

    static void malformedId(SpanSubject span, Consumer<Violation> found) {
        malformed(span, "trace_id", Hex.TRACE_ID_LENGTH, found);
        malformed(span, "span_id", Hex.SPAN_ID_LENGTH, found);
        malformed(span, "parent_span_id", Hex.SPAN_ID_LENGTH, found);
    }

    private static void malformed(SpanSubject span, String field, int length, Consumer<Violation> found) {
        Object id = span.raw(field);
        if (id == null || (id instanceof String text && Hex.isLower(text, length))) {
            return;
        }
        boolean upperCase = id instanceof String text && Hex.is(text, length);
        found.accept(new Violation()
                .pointer(span.pointer(field))
                .expected(length + (upperCase ? " lower-case hexadecimal digits" : " hexadecimal digits"))
                .actual(id instanceof String text ? '"' + text + '"' : id)
                .with("field", field)
                .with(
                        "advice",
                        upperCase ? "write ids in lower case" : "send a random id of " + length + " hexadecimal digits")
                .milder(upperCase));
    }

    static void zeroId(SpanSubject span, Consumer<Violation> found) {
        zero(span, "trace_id", Hex.TRACE_ID_LENGTH, found);
        zero(span, "span_id", Hex.SPAN_ID_LENGTH, found);
        zero(span, "parent_span_id", Hex.SPAN_ID_LENGTH, found);
    }

    private static void zero(SpanSubject span, String field, int length, Consumer<Violation> found) {
        if (span.raw(field) instanceof String text && Hex.isZero(text, length)) {
            found.accept(
                    new Violation().pointer(span.pointer(field)).actual(text).with("field", field));
        }
    }
}
