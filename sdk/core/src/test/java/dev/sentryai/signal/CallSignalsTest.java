package dev.sentryai.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sentryai.AiSpan;
import dev.sentryai.SentryAi;
import dev.sentryai.SentryAiOptions;
import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.price.ModelPrice;
import dev.sentryai.protocol.price.PriceSource;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.testing.SentItems;
import dev.sentryai.testing.SentItems.Entry;
import dev.sentryai.testing.SentrySession;
import io.sentry.IScopes;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("try") // a span around a block need not be mentioned in it
class CallSignalsTest {

    private static final Instrumentation OPENAI = new Instrumentation("openai");
    private static final TokenUsage USAGE = TokenUsage.builder()
            .input(12)
            .cacheRead(5)
            .cacheCreation(2)
            .output(30)
            .reasoning(7)
            .build();

    /** What becomes of the trace around a call. */
    enum Tracing {
        SAMPLED(1.0),
        UNSAMPLED(0.0),
        OFF(null);

        private final Double rate;

        Tracing(Double rate) {
            this.rate = rate;
        }

        SentrySession start(Consumer<SentryAiOptions> settings) {
            return SentrySession.with(options -> {
                options.setTracesSampleRate(rate);
                options.getLogs().setEnabled(true);
                // the SDK would wait for the next turn of its batches, although they are empty after a flush
                options.setShutdownTimeoutMillis(0);
                SentryAi.configure(options, settings);
            });
        }
    }

    private static void emitAll(SentryAiOptions ai) {
        ai.setEmitMetrics(true);
        ai.setEmitLogs(true);
    }

    private static GenAiRequest chat() {
        return GenAiRequest.builder(GenAiOps.CHAT)
                .provider("openai")
                .model("gpt-4o")
                .inputMessages(() -> List.of(Message.user("a canary in the prompt")))
                .build();
    }

    private static GenAiResponse answer() {
        return GenAiResponse.builder()
                .model("gpt-4o-2024-08-06")
                .usage(USAGE)
                .outputMessages(() -> List.of(Message.assistant("a canary in the answer")))
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void everyCallIsCounted(Tracing tracing) throws Exception {
        try (SentrySession sentry = tracing.start(CallSignalsTest::emitAll)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            GenAiCall.start(OPENAI, CallSignalsTest::chat).call(() -> "sunny", result -> answer());
            transaction.finish();

            Telemetry telemetry = sentry.flush();
            Map<String, Object> dimensions = Map.of(
                    "gen_ai.operation.name", "chat",
                    "gen_ai.provider.name", "openai",
                    "gen_ai.request.model", "gpt-4o",
                    "gen_ai.response.model", "gpt-4o-2024-08-06");
            assertThat(SentItems.metrics(telemetry, "gen_ai.calls"))
                    .singleElement()
                    .satisfies(calls -> {
                        assertThat(calls.json().text("type")).isEqualTo("counter");
                        assertThat(calls.value()).isEqualTo(1);
                        assertThat(calls.ownAttributes())
                                .containsAllEntriesOf(dimensions)
                                .containsEntry("status", "ok");
                        assertThat(calls.attributes()).containsEntry("sentry.origin", "auto.ai.openai");
                    });
            assertThat(SentItems.metrics(telemetry, "gen_ai.duration"))
                    .singleElement()
                    .satisfies(duration -> {
                        assertThat(duration.json().text("type")).isEqualTo("distribution");
                        assertThat(duration.json().text("unit")).isEqualTo("second");
                        assertThat(duration.value()).isPositive();
                        assertThat(duration.ownAttributes()).containsEntry("status", "ok");
                    });
            assertThat(SentItems.metrics(telemetry, "gen_ai.token_usage"))
                    .allSatisfy(tokens -> {
                        assertThat(tokens.json().text("type")).isEqualTo("distribution");
                        assertThat(tokens.json().text("unit")).isEqualTo("token");
                        assertThat(tokens.ownAttributes())
                                .containsAllEntriesOf(dimensions)
                                .doesNotContainKey("status");
                    })
                    .extracting(tokens -> tokens.attributes().get("gen_ai.token.type"), Entry::value)
                    .containsExactlyInAnyOrder(tuple("input", 12.0), tuple("output", 30.0));
            assertThat(SentItems.metrics(telemetry, "gen_ai.token_usage_details"))
                    .extracting(tokens -> tokens.attributes().get("gen_ai.token.type"), Entry::value)
                    .containsExactlyInAnyOrder(
                            tuple("cache_read", 5.0), tuple("cache_creation", 2.0), tuple("reasoning", 7.0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCallIsLoggedWithoutContent(Tracing tracing) throws Exception {
        try (SentrySession sentry = tracing.start(ai -> {
            emitAll(ai);
            ai.setRecordInputs(true);
            ai.setRecordOutputs(true);
            ai.setPrices(PriceTable.of(
                    new PriceSource("test", null, null), Map.of("gpt-4o", new ModelPrice(0, 0.5, 0, 0, 0, null))));
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.setConversationId("conv-1");
            try (AiSpan agent = SentryAi.invokeAgent("Weather")) {
                agent.setInput("a canary for the agent");
                GenAiCall.start(OPENAI, CallSignalsTest::chat).call(() -> "sunny", result -> answer());
            }
            transaction.finish();

            Telemetry telemetry = sentry.flush();
            List<Entry> logs = SentItems.logs(telemetry);
            assertThat(logs).hasSize(2);
            assertThat(logs.get(0).json().text("body")).matches("chat gpt-4o: ok after \\d+ ms");
            assertThat(logs.get(0).json().text("level")).isEqualTo("info");
            assertThat(logs.get(0).ownAttributes())
                    .containsEntry("gen_ai.operation.name", "chat")
                    .containsEntry("gen_ai.provider.name", "openai")
                    .containsEntry("gen_ai.response.model", "gpt-4o-2024-08-06")
                    .containsEntry("gen_ai.usage.input_tokens", 12L)
                    .containsEntry("gen_ai.usage.output_tokens", 30L)
                    .containsEntry("gen_ai.usage.total_tokens", 42L)
                    .containsEntry("gen_ai.cost.total_tokens", 15.0)
                    .containsEntry("gen_ai.conversation.id", "conv-1")
                    .containsEntry("gen_ai.agent.name", "Weather")
                    .containsEntry("status", "ok")
                    .containsKey("gen_ai.duration");
            assertThat(logs.get(1).json().text("body")).startsWith("invoke_agent Weather: ok after ");
            assertThat(telemetry.items())
                    .allSatisfy(item -> assertThat(new String(item.item().payload(), StandardCharsets.UTF_8))
                            .doesNotContain("canary"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallInsideOfTheSameCallIsNotCountedAgain(Tracing tracing) {
        try (SentrySession sentry = tracing.start(CallSignalsTest::emitAll)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan framework = SentryAi.chat("my-model")) {
                Runnable call =
                        () -> GenAiCall.start(OPENAI, CallSignalsTest::chat).succeed(CallSignalsTest::answer);
                CompletableFuture.runAsync(SentryAi.wrap(call)).join();
            }
            GenAiCall.start(OPENAI, CallSignalsTest::chat).succeed(() -> GenAiResponse.NONE);
            transaction.finish();

            Telemetry telemetry = sentry.flush();
            assertThat(SentItems.metrics(telemetry, "gen_ai.calls"))
                    .extracting(calls -> calls.attributes().get("gen_ai.request.model"))
                    .containsExactly("my-model", "gpt-4o");
            assertThat(SentItems.metrics(telemetry, "gen_ai.token_usage"))
                    .hasSize(2)
                    .allSatisfy(tokens ->
                            assertThat(tokens.attributes()).containsEntry("gen_ai.request.model", "my-model"));
            assertThat(SentItems.logs(telemetry)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void failuresAreCountedByWhatWentWrong(Tracing tracing) {
        try (SentrySession sentry = tracing.start(CallSignalsTest::emitAll)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            assertThatThrownBy(() -> GenAiCall.start(OPENAI, CallSignalsTest::chat)
                            .call(
                                    () -> {
                                        throw new IllegalStateException("rate limited");
                                    },
                                    result -> answer()))
                    .hasMessage("rate limited");
            transaction.finish();

            Telemetry telemetry = sentry.flush();
            assertThat(SentItems.metrics(telemetry, "gen_ai.calls"))
                    .singleElement()
                    .satisfies(calls -> assertThat(calls.ownAttributes())
                            .containsEntry("status", "internal_error")
                            .containsEntry("error.type", "java.lang.IllegalStateException"));
            assertThat(SentItems.metrics(telemetry, "gen_ai.duration")).hasSize(1);
            assertThat(SentItems.metrics(telemetry, "gen_ai.token_usage")).isEmpty();
            assertThat(SentItems.logs(telemetry))
                    .singleElement()
                    .satisfies(log -> assertThat(log.json().text("level")).isEqualTo("error"));
            assertThat(telemetry.events()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAbandonedCallCountsWithWhatArrived(Tracing tracing) {
        try (SentrySession sentry = tracing.start(CallSignalsTest::emitAll)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            GenAiCall call = GenAiCall.start(OPENAI, CallSignalsTest::chat);
            call.bind().close();
            call.firstChunk();
            call.abandon(CallSignalsTest::answer);
            call.fail(new IllegalStateException("too late"), CallSignalsTest::answer);
            transaction.finish();

            Telemetry telemetry = sentry.flush();
            assertThat(SentItems.metrics(telemetry, "gen_ai.calls"))
                    .singleElement()
                    .satisfies(calls -> assertThat(calls.ownAttributes()).containsEntry("status", "ok"));
            assertThat(SentItems.metrics(telemetry, "gen_ai.token_usage")).hasSize(2);
            assertThat(SentItems.logs(telemetry))
                    .singleElement()
                    .satisfies(
                            log -> assertThat(log.ownAttributes()).containsKey("gen_ai.response.time_to_first_chunk"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyCallsToModelsHaveTokens(Tracing tracing) {
        try (SentrySession sentry = tracing.start(CallSignalsTest::emitAll)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan agent = SentryAi.invokeAgent("Weather")) {
                SentryAi.embeddings("ada")
                        .setUsage(TokenUsage.builder().input(3).build())
                        .close();
                SentryAi.executeTool("get_weather").close();
                agent.setUsage(USAGE);
            }
            SentryAi.track("no call of AI", () -> {});
            transaction.finish();

            Telemetry telemetry = sentry.flush();
            assertThat(SentItems.metrics(telemetry, "gen_ai.token_usage"))
                    .singleElement()
                    .satisfies(tokens -> assertThat(tokens.ownAttributes())
                            .containsEntry("gen_ai.operation.name", "embeddings")
                            .containsEntry("gen_ai.agent.name", "Weather")
                            .containsEntry("gen_ai.token.type", "input"));
            assertThat(SentItems.metrics(telemetry, "gen_ai.duration"))
                    .extracting(
                            duration -> duration.attributes().get("gen_ai.operation.name"),
                            duration -> duration.attributes().get("gen_ai.tool.name"))
                    .containsExactly(
                            tuple("embeddings", null),
                            tuple("execute_tool", "get_weather"),
                            tuple("invoke_agent", null));
            assertThat(SentItems.metrics(telemetry, "gen_ai.calls")).hasSize(3);
        }
    }

    @Test
    void signalsBelongToTheSpanOfTheCall() {
        try (SentrySession sentry = Tracing.SAMPLED.start(CallSignalsTest::emitAll)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").close();
            transaction.finish();
            SentryAi.chat("alone").close();

            SpanRecord child = sentry.span("chat gpt-4o");
            SpanRecord root = sentry.span("chat alone");
            assertThat(SentItems.logs(sentry.flush()))
                    .extracting(
                            log -> log.json().text("trace_id"),
                            log -> log.json().text("span_id"))
                    .containsExactly(tuple(child.traceId(), child.spanId()), tuple(root.traceId(), root.spanId()));
        }
    }

    @Test
    void aCallThatIsNotRecordedChangesNothingForSentry() {
        try (SentrySession sentry = Tracing.UNSAMPLED.start(CallSignalsTest::emitAll)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan before = Sentry.getSpan();
            IScopes scopes = Sentry.getCurrentScopes();
            String header = Sentry.getTraceparent().getValue();
            try (AiSpan chat = SentryAi.chat("gpt-4o")) {
                assertThat(chat.isRecording()).isFalse();
                assertThat(Sentry.getSpan()).isSameAs(before);
                assertThat(Sentry.getTraceparent().getValue()).isEqualTo(header);
            }
            assertThat(Sentry.getCurrentScopes()).isSameAs(scopes);
            assertThat(Sentry.getSpan()).isSameAs(before);
            transaction.finish();

            assertThat(sentry.flush().spans()).isEmpty();
        }
    }

    @Test
    void aCallInsideOfOneThatIsNotRecordedIsRecordedInASampledTrace() {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setTracesSampleRate(null);
            options.setTracesSampler(
                    context -> context.getTransactionContext().getName().equals("inner") ? 1.0 : 0.0);
            SentryAi.configure(options, CallSignalsTest::emitAll);
        })) {
            ITransaction outer = sentry.transaction("outer");
            try (AiSpan framework = SentryAi.chat("my-model")) {
                ITransaction inner = sentry.transaction("inner");
                GenAiCall.start(OPENAI, CallSignalsTest::chat).succeed(CallSignalsTest::answer);
                inner.finish();
            }
            outer.finish();

            assertThat(sentry.span("chat gpt-4o").parentSpanId())
                    .isEqualTo(sentry.span("inner").spanId());
        }
    }

    @Test
    void spansThatOthersMakeAreNotCounted() {
        try (SentrySession sentry = Tracing.SAMPLED.start(CallSignalsTest::emitAll)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            transaction.startChild("gen_ai.chat", "theirs").finish();
            transaction.finish();

            Telemetry telemetry = sentry.flush();
            assertThat(telemetry.aiSpans()).hasSize(1);
            assertThat(SentItems.metrics(telemetry, "gen_ai.calls")).isEmpty();
        }
    }

    @Test
    void aCallThatEndsElsewhereLeavesNothingBehind() {
        try (SentrySession sentry = Tracing.OFF.start(CallSignalsTest::emitAll)) {
            AiSpan left = SentryAi.chat("left");
            CompletableFuture.runAsync(left::close).join();
            SentryAi.chat("next").close();
            SentryAi.chat("last").close();

            assertThat(SentItems.metrics(sentry.flush(), "gen_ai.calls"))
                    .extracting(calls -> calls.attributes().get("gen_ai.request.model"))
                    .containsExactly("left", "next", "last");
        }
    }

    @ParameterizedTest
    @EnumSource
    void byDefaultThereAreNone(Tracing tracing) {
        try (SentrySession sentry = tracing.start(ai -> {})) {
            GenAiCall.start(OPENAI, CallSignalsTest::chat).succeed(CallSignalsTest::answer);
            SentryAi.chat("gpt-4o").close();

            assertThat(sentry.flush().items())
                    .noneMatch(item -> List.of("trace_metric", "log").contains(item.type()));
        }
    }

    @Test
    void whereNothingIsToldARequestIsNotReadInVain() {
        try (SentrySession sentry = Tracing.UNSAMPLED.start(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            GenAiCall call = GenAiCall.start(OPENAI, () -> {
                throw new AssertionError("read in vain");
            });
            call.succeed(() -> {
                throw new AssertionError("read in vain");
            });
            transaction.finish();

            assertThat(call.isObserved()).isFalse();
            assertThat(sentry.logged()).noneMatch(line -> line.contains("read in vain"));
        }
    }

    @Test
    void contentOfACallThatIsNotRecordedIsNotMade() {
        try (SentrySession sentry = Tracing.UNSAMPLED.start(ai -> {
            emitAll(ai);
            ai.setRecordInputs(true);
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            GenAiCall.start(
                            OPENAI,
                            () -> GenAiRequest.builder(GenAiOps.CHAT)
                                    .inputMessages(() -> {
                                        throw new AssertionError("made in vain");
                                    })
                                    .build())
                    .succeed(() -> GenAiResponse.NONE);
            transaction.finish();

            assertThat(SentItems.metrics(sentry.flush(), "gen_ai.calls")).hasSize(1);
            assertThat(sentry.logged()).noneMatch(line -> line.contains("made in vain"));
        }
    }

    @Test
    void whenTheSdkSendsNeitherThatIsSaidOnce() {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.getLogs().setEnabled(false);
            options.getMetrics().setEnabled(false);
            SentryAi.configure(options, CallSignalsTest::emitAll);
        })) {
            SentryAi.chat("gpt-4o").close();
            SentryAi.chat("gpt-4o").close();

            assertThat(sentry.flush().items())
                    .noneMatch(item -> List.of("trace_metric", "log").contains(item.type()));
            assertThat(sentry.logged())
                    .containsExactly(
                            "Metrics of AI calls are asked for, but those of the Sentry SDK are off, so there are none."
                                    + " options.getMetrics().setEnabled(true) turns them on.",
                            "Logs of AI calls are asked for, but those of the Sentry SDK are off, so there are none."
                                    + " options.getLogs().setEnabled(true) turns them on.");
        }
    }

    @Test
    void attributesOfTheApplicationAreNotTold() {
        try (SentrySession sentry = Tracing.UNSAMPLED.start(CallSignalsTest::emitAll)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o")
                    .setAttribute("my.secret", "x")
                    .setAttribute(GenAiAttributes.REQUEST_TEMPERATURE, 0.5)
                    .close();
            transaction.finish();

            assertThat(SentItems.logs(sentry.flush()))
                    .singleElement()
                    .satisfies(log -> assertThat(log.ownAttributes().keySet())
                            .containsExactlyInAnyOrder(
                                    "gen_ai.operation.name", "gen_ai.request.model", "status", "gen_ai.duration"));
        }
    }
}
