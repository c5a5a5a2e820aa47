package dev.sentryai.junit;

import dev.sentryai.telemetry.EventRecord;
import dev.sentryai.telemetry.EventRecord.ExceptionRecord;
import dev.sentryai.telemetry.EventRecord.Mechanism;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on one error event: on the exception that was captured, not on its causes. */
public final class ErrorAssert extends AbstractAssert<ErrorAssert, EventRecord> {

    private final Telemetry telemetry;

    ErrorAssert(EventRecord actual, Telemetry telemetry) {
        super(actual, ErrorAssert.class);
        this.telemetry = telemetry;
    }

    /**
     * Verifies the class of the exception.
     *
     * @param type the class itself, not one of its superclasses
     * @return this
     */
    public ErrorAssert hasException(Class<? extends Throwable> type) {
        return verify(
                "exception",
                Objects.requireNonNull(type, "type").getSimpleName(),
                exception().map(ExceptionRecord::type));
    }

    /**
     * Verifies the exception's message.
     *
     * @param message the whole message
     * @return this
     */
    public ErrorAssert hasMessage(String message) {
        return verify("message", message, exception().map(ExceptionRecord::value));
    }

    /**
     * Verifies what captured the exception.
     *
     * @param type of the mechanism, for example {@code auto.ai.openai}
     * @return this
     */
    public ErrorAssert hasMechanism(String type) {
        return verify("mechanism", type, mechanism().map(Mechanism::type));
    }

    /**
     * Verifies that the exception is marked as one that the application deals with.
     *
     * @return this
     */
    public ErrorAssert isHandled() {
        return verify("handled", true, mechanism().map(Mechanism::handled));
    }

    /**
     * Verifies that the exception is marked as one that the application did not deal with when it was captured.
     *
     * @return this
     */
    public ErrorAssert isUnhandled() {
        return verify("handled", false, mechanism().map(Mechanism::handled));
    }

    /**
     * Verifies that the error happened in a span.
     *
     * @param span the span, of the same trace
     * @return this
     */
    public ErrorAssert isLinkedTo(SpanRecord span) {
        isNotNull();
        if (!isLink(actual, span)) {
            String expected = "trace " + span.traceId() + ", span " + span.spanId();
            String found = "trace " + actual.traceId() + ", span " + actual.spanId();
            throw mismatch("link to the span", new Comparison(expected, found), span);
        }
        return this;
    }

    static boolean isLink(EventRecord event, SpanRecord span) {
        return span.spanId() != null
                && span.spanId().equals(event.spanId())
                && Objects.equals(span.traceId(), event.traceId());
    }

    private Optional<ExceptionRecord> exception() {
        isNotNull();
        return actual.exceptions().isEmpty()
                ? Optional.empty()
                : Optional.of(actual.exceptions().get(actual.exceptions().size() - 1));
    }

    private Optional<Mechanism> mechanism() {
        return exception().map(ExceptionRecord::mechanism);
    }

    private ErrorAssert verify(String what, Object expected, Optional<?> found) {
        if (!found.equals(Optional.of(expected))) {
            throw mismatch(what, Comparison.of(expected, found), null);
        }
        return this;
    }

    private AssertionError mismatch(String what, Comparison comparison, @Nullable SpanRecord span) {
        Report report = new Report("Unexpected " + what + " of an error event")
                .comparison(comparison)
                .fact("exception", exception().map(ErrorAssert::text).orElse(Comparison.ABSENT))
                .fact("sent in", actual.location().toString());
        return failureWithActualExpected(
                comparison.actual(),
                comparison.expected(),
                "%s",
                report.with(max -> TreeText.of(telemetry, span, max)));
    }

    static String text(ExceptionRecord exception) {
        return Comparison.text(exception.type()).replace("\"", "") + ": " + Comparison.text(exception.value());
    }
}
