package dev.sentryai.telemetry.rules.span;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Status and name of one span: GENAI042, GENAI043 and GENAI047. */
public final class StatusRules {

    private StatusRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI042", StatusRules::unknownStatus),
                Rule.of("GENAI043", StatusRules::failedButOk),
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
                    .expected(span.isStreamed() ? "error" : "internal_error")
                    .actual(errorType.get())
                    .with("status", span.status().orElse("missing")));
        }
    }

    static void emptyName(SpanSubject span, Consumer<Violation> found) {
        boolean judged = span.isStreamed() || span.isAi();
        if (judged && span.raw(span.nameField()) instanceof String name && name.isBlank()) {
            found.accept(new Violation()
                    .pointer(span.pointer(span.nameField()))
                    .expected(span.templateName().orElse("after what it does")));
        }
    }
}
