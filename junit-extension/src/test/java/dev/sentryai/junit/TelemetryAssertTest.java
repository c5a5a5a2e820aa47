package dev.sentryai.junit;

import static dev.sentryai.junit.SentryAiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.rules.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class TelemetryAssertTest {

    private static final Telemetry RUN = Captures.agentRun();
    private static final Telemetry FAILED = Captures.failedRun();

    private final TelemetryAssert run = assertThat(RUN);

    @Test
    void spansAreCounted() {
        assertThat(run.hasSpanCount(5).hasSpanCount("gen_ai.chat", 2).hasSpanCount("gen_ai.rerank", 0))
                .isSameAs(run);
        assertThatThrownBy(() -> run.hasSpanCount(1))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("Expected 1 span but found 5\n\n" + tree(RUN));
        assertThatThrownBy(() -> run.hasSpanCount("gen_ai.chat", 3))
                .hasMessage("Expected 3 gen_ai.chat spans but found 2\n\n" + tree(RUN));
    }

    @Test
    void tracesAreCounted() {
        assertThat(run.hasTraceCount(1)).isSameAs(run);
        assertThatThrownBy(() -> run.hasTraceCount(2)).hasMessage("Expected 2 traces but found 1\n\n" + tree(RUN));
    }

    @Test
    void tokensAreThoseOfTheCallsWithoutTheAgents() {
        assertThat(run.hasInputTokens(300).hasOutputTokens(42).hasTotalTokens(342))
                .isSameAs(run);
        assertThatThrownBy(() -> run.hasInputTokens(600))
                .hasMessage("Unexpected input tokens of all calls of models together\n"
                        + "  expected:  600\n  actual:    300\n\n" + tree(RUN));
        assertThatThrownBy(() -> run.hasOutputTokens(0)).hasMessageContaining("  expected:  0\n  actual:    42\n");
        assertThatThrownBy(() -> run.hasTotalTokens(642)).hasMessageContaining("  expected:  642\n  actual:    342\n");
    }

    @Test
    void tokensThatNobodyKnowsAreNotZero() {
        assertThatThrownBy(() -> assertThat(Telemetry.EMPTY).hasTotalTokens(0))
                .hasMessageContaining("  expected:  0\n  actual:    (absent)\n");
    }

    @Test
    void errorsAreCounted() {
        TelemetryAssert failed = assertThat(FAILED);

        assertThat(failed.hasErrorCount(1)).isSameAs(failed);
        assertThat(run.hasNoErrors()).isSameAs(run);
        assertThatThrownBy(() -> failed.hasNoErrors())
                .hasMessage("Unexpected number of error events\n  expected:  0\n  actual:    1\n"
                        + "  IllegalStateException: \"no such city\"\n\n" + tree(FAILED));
        assertThatThrownBy(() -> run.error()).hasMessageContaining("  expected:  1\n  actual:    0\n");
    }

    @Test
    void onlySpanIsFound() {
        run.span("gen_ai.invoke_agent").hasAgentName("Concierge");
        run.agent("Concierge").hasOp("gen_ai.invoke_agent");
        run.tool("weather").hasOp("gen_ai.execute_tool");
        assertThat(Captures.telemetry(Captures.transaction(Captures.secondChat())))
                .chat()
                .hasModel("gpt-4o");
    }

    @Test
    void spansAreNumberedAsInTheTree() {
        run.chat(0).hasInputTokens(120);
        run.span("gen_ai.chat", 1).hasInputTokens(180);
    }

    @Test
    void ambiguityIsAFailure() {
        assertThatThrownBy(() -> run.chat())
                .hasMessage("Expected exactly one gen_ai.chat span but found 2\n"
                        + "  captured:  gen_ai.chat × 2, gen_ai.execute_tool × 1, gen_ai.invoke_agent × 1, http.server × 1\n\n"
                        + tree(RUN));
    }

    @Test
    void missingSpanIsAFailure() {
        assertThatThrownBy(() -> run.span("gen_ai.embeddings"))
                .hasMessageStartingWith("Expected exactly one gen_ai.embeddings span but found none\n");
        assertThatThrownBy(() -> run.chat(2)).hasMessageStartingWith("Expected gen_ai.chat span 2 but found only 2\n");
        assertThatThrownBy(() -> run.span("gen_ai.chat", -1))
                .hasMessageStartingWith("Expected gen_ai.chat span -1 but found only 2\n");
        assertThatThrownBy(() -> run.agent("Waiter"))
                .hasMessageStartingWith("Expected exactly one run of agent Waiter but found none\n");
        assertThatThrownBy(() -> run.tool("clock"))
                .hasMessageStartingWith("Expected exactly one call of tool clock but found none\n");
    }

    @Test
    void nothingCapturedIsSaid() {
        assertThatThrownBy(() -> assertThat(Telemetry.EMPTY).chat())
                .hasMessageEndingWith("\n\nNo span was captured, in 0 envelopes with 0 error events.");
    }

    @Test
    void treeIsCompared() {
        assertThat(run.hasSpanTree("""
                POST /ask
                  invoke_agent Concierge
                    chat gpt-4o
                    execute_tool weather
                    chat gpt-4o
                """)).isSameAs(run);
    }

    @Test
    void treeFailureShowsWhatDiffers() {
        assertThatThrownBy(() -> run.hasSpanTree("""
                        POST /ask
                          invoke_agent Concierge
                            chat gpt-4o
                            execute_tool clock
                            chat gpt-4o
                            chat gpt-5
                        """)).hasMessage("""
                        Unexpected span tree
                            POST /ask
                              invoke_agent Concierge
                                chat gpt-4o
                          -     execute_tool clock
                          +     execute_tool weather
                                chat gpt-4o
                          -     chat gpt-5

                        """ + tree(RUN));
    }

    @Test
    void conformityIsJudged() {
        Telemetry misspelt = Captures.telemetry(
                Captures.transaction(Captures.with(Captures.secondChat(), Map.of("gen_ai.request.modle", "gpt-4o"))));

        assertThat(run.conformsToConventions()).isSameAs(run);
        assertThatThrownBy(() -> assertThat(misspelt).conformsToConventions())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("Expected no finding of severity error or worse but found 1\n  GENAI")
                .hasMessageContaining("\"chat gpt-4o\": ")
                .hasMessageContaining("gen_ai.request.modle")
                .hasMessageContaining("└─ gen_ai.chat  gpt-4o");
    }

    @Test
    void conformityIsJudgedByErrorsUnlessToldOtherwise() {
        TelemetryAssert unmetered =
                assertThat(Captures.telemetry(Captures.transaction(Captures.chat("a000000000000002", 1))));

        assertThat(unmetered.conformsToConventions()).isSameAs(unmetered);
        assertThatThrownBy(() -> unmetered.conformsToConventions(Severity.WARNING))
                .hasMessageStartingWith("Expected no finding of severity warning or worse but found ")
                .hasMessageContaining("\n  GENAI147 warning");
    }

    @Test
    void negativeTokensDoNotConform() {
        Telemetry negative = Captures.telemetry(
                Captures.transaction(Captures.with(Captures.secondChat(), Map.of("gen_ai.usage.input_tokens", -1))));

        assertThatThrownBy(() -> assertThat(negative).conformsToConventions())
                .hasMessageStartingWith("Expected no finding of severity error or worse but found ");
    }

    @Test
    void nothingDoesNotConform() {
        assertThatThrownBy(() -> assertThat(Telemetry.EMPTY).conformsToConventions())
                .hasMessageStartingWith("Expected AI spans that conform to the conventions but found none\n");
    }

    @Test
    void nullIsRefused() {
        assertThatThrownBy(() -> assertThat((Telemetry) null).hasSpanCount(0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not to be null");
    }

    private static String tree(Telemetry telemetry) {
        return String.join("\n", TreeText.of(telemetry, null, 30));
    }
}
