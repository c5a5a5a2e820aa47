package dev.sentryai.junit;

import static dev.sentryai.junit.ExtensionTestKit.onlyFailure;
import static dev.sentryai.junit.ExtensionTestKit.passes;
import static dev.sentryai.junit.ExtensionTestKit.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.AiSpan;
import dev.sentryai.SentryAi;
import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.telemetry.Telemetry;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class SentryAiExtensionTest {

    @Test
    void defaultsShowEverythingThatTestsLookAt() {
        passes(1, run(Defaults.class));
    }

    @ExtendWith(SentryAiExtension.class)
    static class Defaults {

        @Test
        void sampledWithContent(FakeSentry sentry) {
            try (AiSpan span = SentryAi.chat("gpt-4o")) {
                span.setInputMessages(List.of(Message.user("Hi"))).setOutputMessages(List.of(Message.assistant("Ho")));
            }
            Sentry.flush(5_000);

            assertThat(sentry.telemetry().aiSpans()).singleElement().satisfies(span -> {
                assertThat(span.inputMessages()).containsExactly(Message.user("Hi"));
                assertThat(span.outputMessages()).containsExactly(Message.assistant("Ho"));
            });
            SentryOptions options = Sentry.getCurrentScopes().getOptions();
            assertThat(options.getEnvironment()).isEqualTo("test");
            assertThat(options.getDsn()).isEqualTo(sentry.dsn());
        }
    }

    @Test
    void settingsAreChangedButNeverTheDestination() {
        passes(1, run(Customised.class));
    }

    static class Customised {

        @RegisterExtension
        final SentryAiExtension sentryAi = SentryAiExtension.builder()
                .options(options -> options.setRelease("1.0"))
                .options(options -> {
                    options.setEnvironment(options.getRelease());
                    options.setDsn("http://key@127.0.0.1:1/1");
                })
                .aiOptions(ai -> ai.setRecordInputs(false))
                .build();

        @Test
        void sentToTheFakeSentry(FakeSentry sentry) {
            try (AiSpan span = SentryAi.chat("gpt-4o")) {
                span.setInputMessages(List.of(Message.user("Hi")));
            }
            Sentry.flush(5_000);

            assertThat(Sentry.getCurrentScopes().getOptions().getEnvironment()).isEqualTo("1.0");
            assertThat(sentry.telemetry().aiSpans())
                    .singleElement()
                    .satisfies(span -> assertThat(span.sent(GenAiAttributes.INPUT_MESSAGES))
                            .isEmpty());
        }
    }

    @Test
    void telemetryIsFlushedWhenItIsInjected() {
        LooksAfterwards.seen.set(-1);

        passes(1, run(LooksAfterwards.class));
        assertThat(LooksAfterwards.seen).hasValue(1);
    }

    @ExtendWith(SentryAiExtension.class)
    static class LooksAfterwards {

        static final AtomicInteger seen = new AtomicInteger();

        @Test
        void chats() {
            SentryAi.chat("gpt-4o").close();
        }

        @AfterEach
        void count(Telemetry after) {
            seen.set(after.aiSpans().size());
        }
    }

    @Test
    void parameterOutsideATestIsRefused() {
        EngineExecutionResults results = run(InConstructor.class);

        assertThat(onlyFailure(results))
                .hasMessageContaining("There is a FakeSentry only while a test runs: take it as a parameter of a test"
                        + " method, or of one with @BeforeEach or @AfterEach");
    }

    @ExtendWith(SentryAiExtension.class)
    static class InConstructor {

        InConstructor(FakeSentry sentry) {
            throw new IllegalStateException("never called with " + sentry);
        }

        @Test
        void neverRuns() {}
    }

    @Test
    void faultInTheSettingsFailsTheTestAndFreesSentry() {
        EngineExecutionResults results = run(Broken.class);

        assertThat(onlyFailure(results)).hasMessage("bad settings");
        passes(1, run(Defaults.class));
    }

    static class Broken {

        @RegisterExtension
        final SentryAiExtension sentryAi = SentryAiExtension.builder()
                .options(options -> {
                    throw new IllegalStateException("bad settings");
                })
                .build();

        @Test
        void neverRuns() {}
    }

    @Test
    void testMayCloseSentryItself() {
        passes(1, run(Closing.class));
    }

    @ExtendWith(SentryAiExtension.class)
    static class Closing {

        @Test
        void closes(FakeSentry sentry) {
            SentryAi.chat("gpt-4o").close();
            Sentry.close();

            assertThat(sentry.telemetry().aiSpans()).hasSize(1);
            SentryAi.chat("nowhere").close();
        }
    }
}
