package dev.sentryai.junit;

import static dev.sentryai.junit.SentryAiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ErrorAssertTest {

    private static final Telemetry FAILED = Captures.failedRun();

    private final ErrorAssert error = assertThat(FAILED).error();

    @Test
    void capturedExceptionIsDescribed() {
        assertThat(error.hasException(IllegalStateException.class)
                        .hasMessage("no such city")
                        .hasMechanism("auto.ai.openai")
                        .isUnhandled()
                        .isLinkedTo(span("execute_tool weather")))
                .isSameAs(error);
    }

    @Test
    void causeIsNotWhatWasCaptured() {
        assertThatThrownBy(() -> error.hasException(IOException.class))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("Unexpected exception of an error event\n"
                        + "  expected:  \"IOException\"\n"
                        + "  actual:    \"IllegalStateException\"\n"
                        + "  exception: IllegalStateException: \"no such city\"\n"
                        + "  sent in:   2.envelope, item 0")
                .hasMessageEndingWith("\n\n" + String.join("\n", TreeText.of(FAILED, null, 30)));
    }

    @Test
    void everyDifferenceIsAFailure() {
        assertThatThrownBy(() -> error.hasMessage("no such")).hasMessageContaining("actual:    \"no such city\"\n");
        assertThatThrownBy(() -> error.hasMechanism("generic")).hasMessageContaining("actual:    \"auto.ai.openai\"\n");
        assertThatThrownBy(error::isHandled).hasMessageContaining("  expected:  true\n  actual:    false\n");
    }

    @Test
    void otherSpanIsAFailure() {
        assertThatThrownBy(() -> error.isLinkedTo(span("invoke_agent Concierge")))
                .hasMessageStartingWith("Unexpected link to the span of an error event\n")
                .hasMessageContaining("expected:  trace " + Captures.TRACE_ID + ", span " + Captures.AGENT_ID + '\n')
                .hasMessageContaining("actual:    trace " + Captures.TRACE_ID + ", span " + Captures.TOOL_ID + '\n')
                .hasMessageContaining("<-- this span");
    }

    @Test
    void whatIsAbsentSatisfiesNothing() {
        Telemetry bare = Captures.telemetry("{}\n{\"type\":\"event\"}\n{}\n");
        ErrorAssert empty = assertThat(bare.events().get(0));

        assertThatThrownBy(() -> empty.hasException(Error.class)).hasMessageContaining("actual:    (absent)\n");
        assertThatThrownBy(() -> empty.hasMessage("null")).hasMessageContaining("actual:    (absent)\n");
        assertThatThrownBy(() -> empty.hasMechanism("null")).hasMessageContaining("actual:    (absent)\n");
        assertThatThrownBy(empty::isUnhandled).hasMessageContaining("actual:    (absent)\n");
        assertThatThrownBy(() -> assertThat(bare).hasNoErrors())
                .hasMessageContaining("  event without an exception, 1.envelope, item 0");
    }

    private static SpanRecord span(String name) {
        return FAILED.spans().stream()
                .filter(span -> name.equals(span.name()))
                .findFirst()
                .orElseThrow();
    }
}
