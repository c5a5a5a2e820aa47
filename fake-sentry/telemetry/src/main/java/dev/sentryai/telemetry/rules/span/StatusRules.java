package dev.sentryai.telemetry.rules.span;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Status and name of one span: GENAI042 to GENAI045 and GENAI047. */
public final class StatusRules {

    private static final String INTERNAL_ERROR = "internal_error";

    private StatusRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI042", StatusRules::unknownStatus, Fact.FAILED),
                Rule.of("GENAI043", StatusRules::failedButOk, Fact.ERROR_TYPE),
                Rule.of("GENAI044", StatusRules::failedWithoutType, Fact.FAILED),
                Rule.of("GENAI045", StatusRules::failureOfAnotherKind, Fact.FAILED),
                Rule.of("GENAI047", StatusRules::emptyName));
    }

    static void unknownStatus(SpanSubject span, Consumer<Violation> found) {
        String status = span.status().orElse("ok");
        boolean known = span.isStreamed()
                ? status.equals("ok") || status.equals("error")
                : Vocabulary.TRANSACTION_STATUS.contains(status);
        if (!known) {
            found.accept(new Violation()
                    .pointer(span.pointer("status"))
                    .expected(
                            span.isStreamed()
                                    ? "ok or error"
                                    : "a status of the list, for example ok or internal_error")
                    .actual(status)
                    .milder(!span.isStreamed()));
        }
    }

    static void failedButOk(SpanSubject span, Consumer<Violation> found) {
        Optional<String> errorType = span.text(CommonAttributes.ERROR_TYPE).filter(type -> !type.isEmpty());
        if (errorType.isPresent() && span.isSuccess()) {
            found.accept(new Violation()
                    .attribute(CommonAttributes.ERROR_TYPE)
                    .expected(span.isStreamed() ? "error" : INTERNAL_ERROR)
                    .actual(errorType.get())
                    .with("status", span.status().orElse("missing")));
        }
    }

    static void failedWithoutType(SpanSubject span, Consumer<Violation> found) {
        if (isFailed(span) && isBlank(span.attributes().get(CommonAttributes.ERROR_TYPE))) {
            found.accept(new Violation()
                    .attribute(CommonAttributes.ERROR_TYPE)
                    .with("status", span.status().orElseThrow()));
        }
    }

    static void failureOfAnotherKind(SpanSubject span, Consumer<Violation> found) {
        if (!span.isStreamed() && isFailed(span)) {
            String status = span.status().orElseThrow();
            if (!status.equals(INTERNAL_ERROR) && Vocabulary.TRANSACTION_STATUS.contains(status)) {
                found.accept(new Violation()
                        .pointer(span.pointer("status"))
                        .expected(INTERNAL_ERROR)
                        .actual(status));
            }
        }
    }

    /** Whether a span about AI says that it failed; who cancels a call does not see it fail. */
    private static boolean isFailed(SpanSubject span) {
        String status = span.record().status();
        return status != null && !status.equals("ok") && !status.equals("cancelled") && span.isAi();
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || value.toString().isBlank();
    }

    static void emptyName(SpanSubject span, Consumer<Violation> found) {
        boolean judged = span.isStreamed() || span.isAi();
        if (judged && span.raw(span.nameField()) instanceof String name && name.isBlank()) {
            Optional<String> expected = span.templateName();
            Violation violation = new Violation().pointer(span.pointer(span.nameField()));
            expected.ifPresent(violation::expected);
            found.accept(violation.with(
                    "advice", expected.map(text -> '"' + text + '"').orElse("after what it does")));
        }
    }
}
