package dev.sentryai.junit;

import static dev.sentryai.junit.ExtensionTestKit.onlyFailure;
import static dev.sentryai.junit.ExtensionTestKit.passes;
import static dev.sentryai.junit.ExtensionTestKit.run;
import static dev.sentryai.junit.SentryAiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.AiSpan;
import dev.sentryai.SentryAi;
import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.telemetry.Telemetry;
import io.sentry.Sentry;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.opentest4j.AssertionFailedError;

class ExtensionUseTest {

    static void callModel() {
        try (AiSpan chat = SentryAi.chat("gpt-4o")) {
            chat.setProvider("openai")
                    .setInput("Weather in Cologne?")
                    .setOutput("21 degrees")
                    .setFinishReasons("stop")
                    .setUsage(TokenUsage.builder().input(12).output(3).build());
        }
    }

    @Test
    void spansOfTheTestAreSeen() {
        passes(1, run(SeesItsSpansCase.class));
    }

    @ExtendWith(SentryAiExtension.class)
    static class SeesItsSpansCase {

        @Test
        void agentRun(FakeSentry sentry, Supplier<Telemetry> captured) {
            try (AiSpan agent = SentryAi.invokeAgent("Concierge")) {
                agent.setModel("gpt-4o");
                callModel();
                try (AiSpan tool = SentryAi.executeTool("weather")) {
                    tool.setToolArguments("{\"city\":\"Cologne\"}").setToolResult("21 degrees");
                }
            }

            assertThat(sentry)
                    .hasTraceCount(1)
                    .hasSpanCount("gen_ai.chat", 1)
                    .hasSpanTree("""
                            invoke_agent Concierge
                              chat gpt-4o
                              execute_tool weather
                            """)
                    .hasTotalTokens(15)
                    .hasNoErrors()
                    .conformsToConventions();
            assertThat(sentry)
                    .chat()
                    .hasModel("gpt-4o")
                    .hasProvider("openai")
                    .hasParent("invoke_agent Concierge")
                    .hasInputText("Weather in Cologne?")
                    .hasOutputText("21 degrees")
                    .hasInputTokens(12)
                    .hasOutputTokens(3);
            assertThat(sentry).tool("weather").hasToolArguments("{\"city\":\"Cologne\"}");
            assertThat(captured.get()).agent("Concierge").hasChildCount(2);
        }
    }

    @Test
    void whatHappenedIsSeenAtOnceAndNothingElse() {
        passes(1, run(LooksTwiceCase.class));
    }

    @ExtendWith(SentryAiExtension.class)
    static class LooksTwiceCase {

        @Test
        void looks(FakeSentry sentry) {
            assertThat(sentry).hasSpanCount(0);
            callModel();
            assertThat(sentry).hasSpanCount(1);
            callModel();
            assertThat(sentry).hasSpanCount(2);
        }
    }

    @Test
    void telemetryIsSeenAfterwardsAndByTestsOfWhatWasDoneBefore() {
        passes(1, run(ActsBeforeCase.class));
    }

    @ExtendWith(SentryAiExtension.class)
    static class ActsBeforeCase {

        @BeforeEach
        void act() {
            callModel();
        }

        @Test
        void looks(Telemetry telemetry) {
            assertThat(telemetry).hasSpanCount(1);
            callModel();
        }

        @AfterEach
        void looksAgain(Telemetry telemetry) {
            assertThat(telemetry).hasSpanCount(2);
        }
    }

    @Test
    void afterEachMaySeeThatNothingHappened() {
        passes(1, run(DoesNothingCase.class));
    }

    @ExtendWith(SentryAiExtension.class)
    static class DoesNothingCase {

        @Test
        void nothing() {}

        @AfterEach
        void looks(Telemetry telemetry) {
            assertThat(telemetry).hasSpanCount(0);
        }
    }

    @Test
    void telemetryThatWouldStayEmptyIsRefused() {
        assertThat(onlyFailure(run(LooksTooEarlyCase.class)))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageContaining("Nothing was captured before looks began, so its Telemetry would stay empty.")
                .hasMessageContaining("take a FakeSentry or a Supplier<Telemetry>");
    }

    @ExtendWith(SentryAiExtension.class)
    static class LooksTooEarlyCase {

        @Test
        void looks(Telemetry telemetry) {
            callModel();
        }
    }

    @Test
    void nestedClassesInheritOrReplaceTheExtension() {
        passes(4, run(OuterCase.class));
    }

    @ExtendWith(SentryAiExtension.class)
    static class OuterCase {

        @BeforeEach
        void act() {
            callModel();
        }

        @Test
        void outer(FakeSentry sentry) {
            assertThat(sentry).chat().hasInputText("Weather in Cologne?");
        }

        @Nested
        class InheritingCase {

            @Test
            void nested(FakeSentry sentry, Telemetry telemetry) {
                assertThat(sentry).chat().hasInputText("Weather in Cologne?");
                assertThat(telemetry).hasSpanCount(1);
            }
        }

        @Nested
        class ReplacingCase {

            @RegisterExtension
            static final SentryAiExtension SENTRY = SentryAiExtension.builder()
                    .aiOptions(ai -> {
                        ai.setRecordInputs(false);
                        ai.setRecordOutputs(false);
                    })
                    .build();

            @Test
            void nested(FakeSentry sentry) {
                assertThat(sentry).chat().hasNoContent();
            }
        }

        @Nested
        class ReplacingPerInstanceCase {

            @RegisterExtension
            final SentryAiExtension sentryAi = SentryAiExtension.builder()
                    .aiOptions(ai -> ai.setRecordOutputs(false))
                    .build();

            @Test
            void nested(FakeSentry sentry) {
                assertThat(sentry)
                        .chat()
                        .hasInputText("Weather in Cologne?")
                        .doesNotHaveAttribute("gen_ai.output.messages");
            }
        }
    }

    @Test
    void failureThatShowsTheTreeAlreadyIsLeftAlone() {
        Throwable failure = onlyFailure(run(FailsToAssertCase.class));

        assertThat(failure).isInstanceOf(AssertionFailedError.class).hasMessageContaining("└─ gen_ai.chat  gpt-4o");
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @ExtendWith(SentryAiExtension.class)
    static class FailsToAssertCase {

        @Test
        void fails(FakeSentry sentry) {
            callModel();
            assertThat(sentry).chat().hasModel("gpt-5");
        }
    }

    @Test
    void failureInAfterEachShowsTheSpanTree() {
        Throwable failure = onlyFailure(run(FailsAfterwardsCase.class));

        assertThat(failure.getSuppressed()).singleElement().asString().contains("└─ gen_ai.chat  gpt-4o");
    }

    @ExtendWith(SentryAiExtension.class)
    static class FailsAfterwardsCase {

        @Test
        void test() {
            callModel();
        }

        @AfterEach
        void fails() {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void sdkClosedByTheTestIsOnAgainInTheNext() {
        passes(2, run(ClosesSdkCase.class));
    }

    @ExtendWith(SentryAiExtension.class)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class ClosesSdkCase {

        @Test
        @Order(1)
        void closes(FakeSentry sentry) {
            callModel();
            Sentry.close();
            callModel();

            assertThat(sentry).hasSpanCount(1);
        }

        @Test
        @Order(2)
        void next(FakeSentry sentry) {
            callModel();

            assertThat(sentry).hasSpanCount(1);
        }
    }

    @Test
    void sdkIsOffAfterwards() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

        passes(1, run(SeesItsSpansCase.class));

        assertThat(Sentry.isEnabled()).isFalse();
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
    }

    @Test
    void otherParametersAreLeftToOthers() {
        assertThat(onlyFailure(run(WantsSomethingElseCase.class)))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageContaining(
                        "No ParameterResolver registered for parameter [java.util.function.Supplier<java.lang.String>");
    }

    @ExtendWith(SentryAiExtension.class)
    static class WantsSomethingElseCase {

        @Test
        void test(Supplier<String> text) {}
    }
}
