package dev.sentryai.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.AiSpan;
import dev.sentryai.SentryAi;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.telemetry.EventRecord;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.testing.SentrySession;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a span around a block need not be mentioned in it
class GenAiCallTest {

    private static final Instrumentation OPENAI = new Instrumentation("openai");

    private static GenAiRequest chat(String model) {
        return GenAiRequest.builder(GenAiOps.CHAT)
                .provider("openai")
                .model(model)
                .server("api.openai.com", 443)
                .attribute(GenAiAttributes.REQUEST_TEMPERATURE, 0.5)
                .inputMessages(() -> List.of(Message.user("Weather?")))
                .build();
    }

    private static GenAiResponse answer() {
        return GenAiResponse.builder()
                .id("r-1")
                .model("gpt-4o-2024-08-06")
                .finishReasons(List.of("stop"))
                .usage(TokenUsage.builder().input(12).output(30).build())
                .outputMessages(() -> List.of(Message.assistant("Sunny")))
                .build();
    }

    @Test
    void aCallIsRecorded() throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setRecordInputs(true))) {
            ITransaction transaction = sentry.transaction("GET /weather");
            GenAiCall call = GenAiCall.start(OPENAI, () -> chat("gpt-4o"));

            String answer = call.call(
                    () -> {
                        Sentry.getSpan().startChild("http.client", "POST api").finish();
                        return "sunny";
                    },
                    result -> answer());
            transaction.finish();

            assertThat(answer).isEqualTo("sunny");
            SpanRecord span = sentry.span("chat gpt-4o");
            assertThat(span.origin()).isEqualTo("auto.ai.openai");
            assertThat(span.attributes())
                    .containsEntry("gen_ai.response.finish_reasons", "[\"stop\"]")
                    .containsEntry("gen_ai.response.id", "r-1")
                    .containsEntry("gen_ai.usage.output_tokens", 30L)
                    .containsEntry("gen_ai.request.temperature", 0.5)
                    .containsEntry("server.address", "api.openai.com")
                    .containsEntry("server.port", 443L)
                    .containsKey("gen_ai.input.messages")
                    .doesNotContainKey("gen_ai.output.messages");
            assertThat(sentry.span("POST api").parentSpanId()).isEqualTo(span.spanId());
        }
    }

    @Test
    void aFailureReachesTheCallerAndSentry() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            GenAiCall call = GenAiCall.start(OPENAI, () -> chat("gpt-4o"));
            IllegalStateException failure = new IllegalStateException("rate limited");

            assertThatThrownBy(() -> call.call(
                            () -> {
                                throw failure;
                            },
                            result -> answer()))
                    .isSameAs(failure);
            transaction.finish();

            assertThat(sentry.flush().events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.exceptions())
                            .extracting(EventRecord.ExceptionRecord::mechanism)
                            .containsExactly(new EventRecord.Mechanism("auto.ai.openai", true)));
        }
    }

    @Test
    void anAnswerThatTheProviderCouldNotFinishIsAFailureWithoutAnEvent() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            GenAiCall call = GenAiCall.start(OPENAI, () -> chat("gpt-4o"));

            call.succeed(() ->
                    GenAiResponse.builder().id("r-1").unfinished("overloaded").build());
            transaction.finish();

            SpanRecord span = sentry.span("chat gpt-4o");
            assertThat(span.status()).isNotNull().isNotEqualTo("ok");
            assertThat(span.attributes())
                    .containsEntry("error.type", "overloaded")
                    .containsEntry("gen_ai.response.id", "r-1");
            assertThat(sentry.flush().events()).isEmpty();
        }
    }

    @Test
    void aRefusalThatIsNoExceptionIsAFailureWithoutAnEvent() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            GenAiCall call = GenAiCall.start(OPENAI, () -> chat("gpt-4o"));

            call.giveUp(GenAiCallTest::answer, () -> new ProviderError("overloaded", 529));
            call.succeed(() -> GenAiResponse.NONE);
            transaction.finish();

            SpanRecord span = sentry.span("chat gpt-4o");
            assertThat(span.status()).isNotNull().isNotEqualTo("ok");
            assertThat(span.attributes())
                    .containsEntry("error.type", "overloaded")
                    .containsEntry("http.response.status_code", 529L)
                    .containsEntry("gen_ai.response.id", "r-1");
            assertThat(sentry.flush().events()).isEmpty();
        }
    }

    @Test
    void aFailureToReadTheAnswerGoesNoFurther() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            GenAiCall call = GenAiCall.start(OPENAI, () -> chat("gpt-4o"));

            call.observe(() -> {
                throw new IllegalStateException("not what it looks like");
            });
            call.succeed(GenAiCallTest::answer);
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").status()).isEqualTo("ok");
        }
    }

    @Test
    void nothingIsObservedWhileMonitoringIsOff() {
        GenAiCall call = GenAiCall.start(OPENAI, () -> chat("gpt-4o"));

        call.observe(() -> {
            throw new AssertionError("must not run");
        });

        call.giveUp(GenAiCallTest::answer, () -> ProviderError.UNKNOWN);
        assertThat(call.isObserved()).isFalse();
    }

    @Test
    void aCallInsideOfTheSameCallAddsWhatIsMissing() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan outer = SentryAi.chat("my-model")) {
                GenAiCall inner = GenAiCall.start(OPENAI, () -> chat("gpt-4o"));
                assertThat(inner.isRecording()).isTrue();
                inner.bind().close();
                inner.succeed(GenAiCallTest::answer);
                GenAiCall embeddings = GenAiCall.start(
                        OPENAI,
                        () -> GenAiRequest.builder(GenAiOps.EMBEDDINGS)
                                .model("ada")
                                .build());
                embeddings.succeed(() -> GenAiResponse.NONE);
            }
            transaction.finish();

            SpanRecord outer = sentry.span("chat my-model");
            assertThat(outer.attributes())
                    .containsEntry("gen_ai.request.model", "my-model")
                    .containsEntry("gen_ai.provider.name", "openai")
                    .containsEntry("gen_ai.usage.input_tokens", 12L);
            assertThat(sentry.server().telemetry().aiSpans()).hasSize(2);
            assertThat(sentry.span("embeddings ada").parentSpanId()).isEqualTo(outer.spanId());
        }
    }

    @Test
    void parallelCallsWithoutBindingAreSiblings() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            GenAiCall first = GenAiCall.start(OPENAI, () -> chat("model-a"));
            GenAiCall second = GenAiCall.start(OPENAI, () -> chat("model-b"));
            second.succeed(GenAiCallTest::answer);
            first.succeed(GenAiCallTest::answer);
            first.fail(new IllegalStateException("too late"), () -> GenAiResponse.NONE);
            transaction.finish();

            String root = transaction.getSpanContext().getSpanId().toString();
            assertThat(sentry.span("chat model-a").parentSpanId()).isEqualTo(root);
            assertThat(sentry.span("chat model-a").status()).isEqualTo("ok");
            assertThat(sentry.span("chat model-b").parentSpanId()).isEqualTo(root);
            assertThat(sentry.server().telemetry().events()).isEmpty();
        }
    }

    @Test
    void aStreamMayEndOnAnotherThread() throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            GenAiCall call = GenAiCall.start(OPENAI, () -> chat("gpt-4o"));
            CompletableFuture.runAsync(() -> {
                        call.firstChunk();
                        call.abandon(GenAiCallTest::answer);
                    })
                    .get(10, TimeUnit.SECONDS);
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").status()).isEqualTo("ok");
            assertThat(sentry.span("chat gpt-4o").attributes().get("gen_ai.response.time_to_first_chunk"))
                    .isInstanceOf(Double.class);
        }
    }

    @Test
    void aBrokenAdapterDoesNotBreakTheCall() throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");

            GenAiCall unreadable = GenAiCall.start(OPENAI, () -> {
                throw new IllegalStateException("request");
            });
            GenAiCall call = GenAiCall.start(OPENAI, () -> chat("gpt-4o"));

            assertThat(unreadable.<String>call(() -> "sunny", result -> answer()))
                    .isEqualTo("sunny");
            assertThat(call.<String>call(() -> "sunny", result -> {
                        throw new NoSuchMethodError("response");
                    }))
                    .isEqualTo("sunny");
            transaction.finish();
            assertThat(sentry.span("chat gpt-4o").status()).isEqualTo("ok");
            assertThat(sentry.logged()).hasSize(2);
        }
    }

    @Test
    void theConversationFlowsDownAndTheStrongerOneWins() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            GenAiRequest inferred = GenAiRequest.builder(GenAiOps.CHAT)
                    .model("a")
                    .conversationId("inferred")
                    .build();
            GenAiCall.start(OPENAI, () -> inferred).succeed(() -> GenAiResponse.NONE);
            try (AiSpan agent = SentryAi.invokeAgent("Planner").setConversationId("c-7")) {
                GenAiCall.start(
                                OPENAI,
                                () -> GenAiRequest.builder(GenAiOps.CHAT)
                                        .model("b")
                                        .conversationId("inferred")
                                        .build())
                        .succeed(() -> GenAiResponse.NONE);
            }
            transaction.finish();

            assertThat(sentry.span("chat a").attributes()).containsEntry("gen_ai.conversation.id", "inferred");
            assertThat(sentry.span("chat b").attributes()).containsEntry("gen_ai.conversation.id", "c-7");
        }
    }

    @Test
    void contentIsNotTouchedWhereItIsNotRecorded() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            GenAiCall.start(
                            OPENAI,
                            () -> GenAiRequest.builder(GenAiOps.CHAT)
                                    .inputMessages(() -> {
                                        throw new AssertionError("read");
                                    })
                                    .build())
                    .succeed(() -> GenAiResponse.builder()
                            .outputMessages(() -> {
                                throw new AssertionError("read");
                            })
                            .build());
            transaction.finish();

            assertThat(sentry.span("chat").attributes()).containsEntry("gen_ai.operation.name", "chat");
            assertThat(sentry.logged()).isEmpty();
            assertThat(sentry.discarded()).isEqualTo(Map.of());
        }
    }
}
