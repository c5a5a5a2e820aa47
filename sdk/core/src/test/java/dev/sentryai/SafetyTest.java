package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.telemetry.EventRecord;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.testing.SentrySession;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SafetyTest {

    @Test
    void aFailureIsCapturedOnceAndLinkedToTheInnermostSpan() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            IOException failure = new IOException("connection reset");

            assertThatThrownBy(() -> SentryAi.invokeAgent("Planner")
                            .record(agent -> SentryAi.chat("gpt-4o").record(chat -> {
                                throw failure;
                            })))
                    .isSameAs(failure);
            transaction.finish();

            Telemetry telemetry = sentry.flush();
            SpanRecord chat = sentry.span("chat gpt-4o");
            assertThat(chat.status()).isEqualTo("error");
            assertThat(chat.attributes()).containsEntry("error.type", "java.io.IOException");
            assertThat(sentry.span("invoke_agent Planner").status()).isEqualTo("error");
            assertThat(telemetry.events()).hasSize(1);
            EventRecord event = telemetry.events().get(0);
            assertThat(event.traceId()).isEqualTo(chat.traceId());
            assertThat(event.spanId()).isEqualTo(chat.spanId());
            assertThat(event.exceptions())
                    .extracting(exception -> exception.mechanism())
                    .containsExactly(new EventRecord.Mechanism("ai_monitoring", true));
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void theFailureOfALateSpanIsLinkedToIt() {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setMaxSpans(0);
            SentryAi.configure(options);
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").fail(new CompletionException(new IOException("connection reset")));
            transaction.finish();

            Telemetry telemetry = sentry.flush();

            assertThat(telemetry.events()).singleElement().satisfies(event -> {
                assertThat(event.spanId()).isEqualTo(sentry.span("chat gpt-4o").spanId());
                assertThat(event.exceptions())
                        .extracting(exception -> exception.type())
                        .containsExactly("IOException");
            });
        }
    }

    /** The call fails inside of a span for it that was made by hand, which is the one that captures the failure. */
    private static String messageOfAFailureThatQuotes(String prompt, Consumer<SentryAiOptions> settings) {
        try (SentrySession sentry = SentrySession.streaming(settings)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            AiSpan around = SentryAi.chat("gpt-4o");
            GenAiCall call = GenAiCall.start(
                    new Instrumentation("openai"),
                    () -> GenAiRequest.builder(GenAiOps.CHAT)
                            .inputMessages(() -> List.of(Message.user(prompt)))
                            .build());
            IllegalStateException failure =
                    new IllegalStateException("400", new IOException("'" + prompt + "' is not allowed"));
            call.fail(failure, () -> GenAiResponse.NONE);
            around.fail(failure);
            transaction.finish();

            return sentry.flush().events().get(0).exceptions().stream()
                    .filter(exception -> exception.type().equals("IOException"))
                    .findFirst()
                    .orElseThrow()
                    .value();
        }
    }

    @Test
    void theMessageOfAFailureQuotesNoContentThatIsNotRecorded() {
        assertThat(messageOfAFailureThatQuotes("the secret plan", ai -> {})).isEqualTo("'[Filtered]' is not allowed");
    }

    @Test
    void theMessageOfAFailureIsLeftAloneWhereContentIsRecorded() {
        assertThat(messageOfAFailureThatQuotes("the secret plan", ai -> {
                    ai.setRecordInputs(true);
                    ai.setRecordOutputs(true);
                }))
                .isEqualTo("'the secret plan' is not allowed");
    }

    @Test
    void aCancelledCallIsNoErrorEvent() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").fail(new CancellationException());
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").status()).isEqualTo("error");
            assertThat(sentry.server().telemetry().events()).isEmpty();
        }
    }

    @Test
    void aThrowingHookDropsTheSpanAndIsNotSeen() {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setBeforeSendSpan(span -> {
            throw new IllegalStateException("hook");
        }))) {
            ITransaction transaction = sentry.transaction("GET /weather");
            String answer = SentryAi.chat("gpt-4o").record(span -> "sunny");
            transaction.finish();

            assertThat(answer).isEqualTo("sunny");
            assertThat(sentry.flush().aiSpans()).isEmpty();
            assertThat(sentry.discarded()).isEqualTo(Map.of("before_send/span", 1L));
            assertThat(sentry.logged()).anyMatch(line -> line.contains("beforeSendSpan threw"));
        }
    }

    @Test
    void aHookMayChangeTheSpan() {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setBeforeSendSpan(span -> {
            span.setName("chat");
            span.removeAttribute("user.secret");
            return span;
        }))) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").setAttribute("user.secret", "x").close();
            transaction.finish();

            assertThat(sentry.span("chat").attributes()).doesNotContainKey("user.secret");
        }
    }

    @Test
    void aHookCanNotDropATransactionButEmptiesIt() {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setBeforeSendSpan(span -> null))) {
            SentryAi.chat("gpt-4o").setAttribute("user.secret", "x").close();

            assertThat(sentry.span("chat gpt-4o").attributes())
                    .doesNotContainKeys("user.secret", "gen_ai.request.model");
        }
    }

    @Test
    void valuesThatCanNotBeSentDoNoHarm() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            List<Object> self = new ArrayList<>();
            self.add(self);
            SentryAi.chat("gpt-4o")
                    .setTemperature(Double.NaN)
                    .setAttribute("self", self)
                    .setAttribute("null", null)
                    .setAttribute("lone", "\ud800")
                    .close();
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").attributes())
                    .containsKeys("self", "lone")
                    .doesNotContainKey("null");
        }
    }

    @Test
    void contentIsRecordedOnlyWhenWanted() {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setRecordOutputs(true))) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").setInput("Weather?").setOutput("Sunny").close();
            SentryAi.executeTool("look_up")
                    .setToolArguments(Map.of("city", "Paris"))
                    .setToolResult("12 C")
                    .close();
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").attributes())
                    .doesNotContainKey("gen_ai.input.messages")
                    .containsKey("gen_ai.output.messages");
            assertThat(sentry.span("execute_tool look_up").attributes())
                    .doesNotContainKey("gen_ai.tool.call.arguments")
                    .containsEntry("gen_ai.tool.call.result", "12 C");
        }
    }

    @Test
    @SuppressWarnings("deprecation") // deprecated by newer versions of the Sentry SDK only
    void sendDefaultPiiTurnsContentOn() {
        try (SentrySession sentry = SentrySession.with(options -> {
            SentryAi.configure(options);
            options.setSendDefaultPii(true);
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").setInput("Weather?").close();
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").attributes())
                    .containsEntry(
                            "gen_ai.input.messages",
                            "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Weather?\"}]}]");
        }
    }

    @Test
    void formerNamesAreWrittenWhenWanted() {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setEmitDeprecatedAttributes(true))) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").setProvider("openai").close();
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").attributes())
                    .containsEntry("gen_ai.provider.name", "openai")
                    .containsEntry("gen_ai.system", "openai");
        }
    }

    @Test
    void configuringTwiceIsConfiguringOnce() {
        try (SentrySession sentry = SentrySession.with(options -> {
            SentryAi.configure(options, ai -> ai.setRecordInputs(true));
            SentryAi.configure(options);
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").setInput("Weather?").close();
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").attributes()).containsKey("gen_ai.input.messages");
            assertThat(sentry.server().telemetry().aiSpans()).hasSize(1);
        }
    }

    @Test
    void withSentryOffNothingHappens() {
        String answer = SentryAi.chat("gpt-4o").record(span -> {
            span.setInput("Weather?").setAttribute("a", 1);
            assertThat(span.isRecording()).isFalse();
            return "sunny";
        });

        assertThat(answer).isEqualTo("sunny");
    }

    @Test
    void aSpanThatOutlivesTheSdkDoesNoHarm() {
        SentrySession sentry = SentrySession.streaming(ai -> {});
        sentry.transaction("GET /weather");
        AiSpan chat = SentryAi.chat("gpt-4o");
        sentry.close();

        chat.setInput("Weather?").close();

        assertThat(chat.isRecording()).isTrue();
        assertThat(sentry.logged()).noneMatch(line -> line.contains("AI monitoring"));
    }

    @Test
    void aServerThatIsDownIsNotSeen() {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setDsn(SentrySession.DEAD_DSN);
            SentryAi.configure(options);
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            String answer = SentryAi.chat("gpt-4o").record(span -> "sunny");
            transaction.finish();
            Sentry.flush(5_000);

            assertThat(answer).isEqualTo("sunny");
        }
    }
}
