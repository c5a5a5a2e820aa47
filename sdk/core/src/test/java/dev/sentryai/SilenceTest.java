package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sentryai.context.ContextBlock;
import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeWriter;
import dev.sentryai.testing.SdkLog;
import dev.sentryai.testing.SentrySession;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * With content off, not a byte of what the application gave to spans of its own making leaves the process when something
 * fails: not in an error, not in a span, not in a log, a metric or a breadcrumb, not in a line of the SDK's log.
 */
@SuppressWarnings("try") // blocks are for their effect on what is inside
class SilenceTest {

    private static final String CANARY = "canary-4711";
    private static final String SECRET = "tell nobody of " + CANARY;
    private static final Instrumentation OPENAI = new Instrumentation("openai");

    record Order(String note, int count) {}

    interface Shop {

        @AiTracked
        String ask(String question);

        @AiTracked
        String askAll(List<Message> messages, Map<String, Object> options);

        @AiTracked
        String order(Order order, Object... more);

        @AiTracked
        CompletableFuture<String> askLater(String question, CompletableFuture<String> answer);

        @AiTracked
        Stream<String> stream(String question);

        @AiTracked
        Iterator<String> iterate(String question);

        @AiTracked
        Flow.Publisher<String> publish(String question);
    }

    /** Answers nothing but errors that quote what they were asked. */
    private static final class Quoting implements Shop {

        private final Supplier<Shop> self = SilenceTest::shop;

        @Override
        public String ask(String question) {
            throw quoting(question);
        }

        @Override
        public String askAll(List<Message> messages, Map<String, Object> options) {
            return self.get()
                    .ask(options.get("note") + " and "
                            + ((Part.Text) messages.get(0).parts().get(0)).content());
        }

        @Override
        public String order(Order order, Object... more) {
            throw quoting(order.note());
        }

        @Override
        public CompletableFuture<String> askLater(String question, CompletableFuture<String> answer) {
            return answer;
        }

        @Override
        public Stream<String> stream(String question) {
            return Stream.of(1).map(each -> {
                throw quoting(question);
            });
        }

        @Override
        public Iterator<String> iterate(String question) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return true;
                }

                @Override
                public String next() {
                    throw quoting(question);
                }
            };
        }

        @Override
        public Flow.Publisher<String> publish(String question) {
            return subscriber -> {
                subscriber.onSubscribe(new Flow.Subscription() {
                    @Override
                    public void request(long n) {}

                    @Override
                    public void cancel() {}
                });
                subscriber.onError(quoting(question));
            };
        }
    }

    private static RuntimeException quoting(Object content) {
        return new IllegalStateException(
                "cannot answer \"" + content + "\"", new IllegalArgumentException(String.valueOf(content)));
    }

    private static GenAiResponse answer(String text) {
        return GenAiResponse.builder()
                .outputMessages(() -> List.of(Message.assistant(text)))
                .build();
    }

    private static String answered() throws Exception {
        return answered(SECRET);
    }

    private static String answered(String text) throws Exception {
        return GenAiCall.start(
                        OPENAI,
                        () -> GenAiRequest.builder(GenAiOps.CHAT).model("m").build())
                .call(() -> text, SilenceTest::answer);
    }

    private static <T> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String failing(AiSpan span) {
        return span.record(inside -> {
            throw quoting(SECRET);
        });
    }

    private static void waitFor(CompletionStage<?> stage) {
        stage.toCompletableFuture().join();
    }

    /** Everything that ends in an error which quotes content. */
    enum Way {
        INPUT(() -> failing(SentryAi.chat("m").setInput(SECRET))),
        INPUT_OF_BEFORE(() -> failing(
                SentryAi.chat("m").setInput(SECRET).setInputMessages(List.of()).setInput(SECRET))),
        SYSTEM_INSTRUCTIONS(() -> failing(SentryAi.chat("m").setSystemInstructions(SECRET))),
        MESSAGES(() -> failing(SentryAi.chat("m")
                .setInputMessages(List.of(
                        Message.user("Hi"),
                        Message.of("assistant", new Part.ToolCall("1", "t", Map.of("a", SECRET))))))),
        TOOL_DEFINITIONS(() ->
                failing(SentryAi.chat("m").setToolDefinitions(List.of(ToolDefinition.function("f", SECRET, null))))),
        OUTPUT(() -> failing(SentryAi.chat("m").setOutput(SECRET))),
        OUTPUT_MESSAGES(() -> failing(SentryAi.chat("m").setOutputMessages(List.of(Message.assistant(SECRET))))),
        EMBEDDINGS_INPUT(() -> failing(SentryAi.embeddings("m").setEmbeddingsInput(List.of("first", SECRET)))),
        TOOL_ARGUMENTS(() -> failing(SentryAi.executeTool("t").setToolArguments(Map.of("a", List.of(SECRET))))),
        TOOL_ARGUMENTS_AS_JSON(() -> failing(SentryAi.executeTool("t").setToolArguments("{\"a\":\"" + SECRET + "\"}"))),
        TOOL_ARGUMENTS_AS_RECORD(() -> failing(SentryAi.executeTool("t").setToolArguments(new Order(SECRET, 1)))),
        TOOL_RESULT(() -> failing(SentryAi.executeTool("t").setToolResult(List.of("first", SECRET)))),
        ATTRIBUTES_OF_A_BLOCK(() -> {
            try (ContextBlock block = SentryAi.withAttributes(Map.of("gen_ai.prompt.variable.who", SECRET))) {
                failing(SentryAi.chat("m"));
            }
        }),
        FAILED_BY_HAND(() -> {
            try (AiSpan span = SentryAi.executeTool("t").setToolArguments(SECRET)) {
                span.fail(new CompletionException(quoting(SECRET)));
            }
        }),
        FAILED_ON_ANOTHER_THREAD(() -> {
            AiSpan span = SentryAi.executeTool("t").setToolArguments(SECRET);
            waitFor(CompletableFuture.runAsync(() -> span.fail(quoting(SECRET))));
            span.close();
        }),
        SUPPRESSED(() -> SentryAi.chat("m").setInput(SECRET).record(span -> {
            RuntimeException failure = new IllegalStateException("outer");
            failure.addSuppressed(quoting(SECRET));
            throw failure;
        })),
        CONTENT_OF_THE_AGENT_AROUND(() -> SentryAi.invokeAgent("a")
                .setInput(SECRET)
                .record(agent -> SentryAi.executeTool("t").record(tool -> failing(SentryAi.chat("m"))))),
        CONTENT_OF_AN_AGENT_AROUND_A_CALL(() -> SentryAi.invokeAgent("a")
                .setInput(SECRET)
                .record(agent -> GenAiCall.start(
                                OPENAI,
                                () -> GenAiRequest.builder(GenAiOps.CHAT).build())
                        .call(
                                () -> {
                                    throw quoting(SECRET);
                                },
                                any -> GenAiResponse.NONE))),
        CONTENT_OF_A_CALL_THAT_IS_THE_SAME(() -> SentryAi.chat("m")
                .setInput(SECRET)
                .record(chat -> GenAiCall.start(
                                OPENAI,
                                () -> GenAiRequest.builder(GenAiOps.CHAT).build())
                        .call(
                                () -> {
                                    throw quoting(SECRET);
                                },
                                any -> GenAiResponse.NONE))),
        ANSWER_OF_A_CALL_INSIDE(() -> SentryAi.invokeAgent("a").record(agent -> {
            throw quoting(answered());
        })),
        ANSWER_OF_A_CALL_IN_TRACKED_WORK(() -> SentryAi.track("work", () -> {
            throw quoting(unchecked(SilenceTest::answered));
        })),
        ANSWER_OF_AN_EARLIER_CALL_INSIDE(() -> SentryAi.invokeAgent("a").record(agent -> {
            String earlier = answered();
            answered("nothing that matters");
            throw quoting(earlier);
        })),
        ANSWER_OF_A_CALL_DEEP_INSIDE(() -> SentryAi.invokeAgent("a").record(agent -> {
            String answer = SentryAi.executeTool("t").record(tool -> SilenceTest.answered());
            answered("nothing that matters");
            throw quoting(answer);
        })),
        ANSWER_OF_A_CALL_ON_ANOTHER_THREAD(() -> SentryAi.invokeAgent("a").record(agent -> {
            Callable<String> call = SilenceTest::answered;
            Callable<String> wrapped = SentryAi.wrap(call);
            throw quoting(
                    CompletableFuture.supplyAsync(() -> unchecked(wrapped)).join());
        })),
        ANSWER_THAT_A_TOOL_QUOTES(() -> SentryAi.invokeAgent("a").record(agent -> {
            String answer = answered();
            return SentryAi.executeTool("t").record(tool -> {
                throw quoting(answer);
            });
        })),
        ANSWER_THAT_THE_NEXT_CALL_QUOTES(() -> SentryAi.track("work", () -> {
            String answer = unchecked(SilenceTest::answered);
            return unchecked(() -> GenAiCall.start(
                            OPENAI, () -> GenAiRequest.builder(GenAiOps.CHAT).build())
                    .call(
                            () -> {
                                throw quoting(answer);
                            },
                            any -> GenAiResponse.NONE));
        })),
        ANSWER_THAT_BREAKS_OFF(() -> {
            GenAiCall call = GenAiCall.start(
                    OPENAI, () -> GenAiRequest.builder(GenAiOps.CHAT).build());
            call.fail(quoting(SECRET), () -> answer(SECRET));
        }),
        QUESTION_OF_A_CALL_INSIDE(() -> SentryAi.invokeAgent("a").record(agent -> {
            GenAiCall.start(
                            OPENAI,
                            () -> GenAiRequest.builder(GenAiOps.CHAT)
                                    .inputMessages(() -> List.of(Message.user(SECRET)))
                                    .build())
                    .call(() -> "", any -> GenAiResponse.NONE);
            throw quoting(SECRET);
        })),
        A_TOOL_THAT_IS_ONLY_CLOSED(() -> SentryAi.track("work", () -> {
            try (AiSpan tool = SentryAi.executeTool("t").setToolArguments(SECRET)) {
                throw quoting(SECRET);
            }
        })),
        TRACKED_LATER(() -> waitFor(SentryAi.trackAsync(
                "work",
                () -> CompletableFuture.supplyAsync(SentryAi.wrap(
                        (Supplier<String>) () -> failing(SentryAi.chat("m").setInput(SECRET))))))),
        TRACKED_ARGUMENT(() -> shop().ask(SECRET)),
        TRACKED_ARGUMENTS_OF_CALLS_WITHIN(() -> shop().askAll(List.of(Message.user(SECRET)), Map.of("note", SECRET))),
        TRACKED_RECORD(() -> shop().order(new Order(SECRET, 1), "more", 2, null)),
        TRACKED_ARRAY(() -> shop().order(new Order("none", 1), List.of(SECRET).toArray())),
        TRACKED_FUTURE(() -> waitFor(shop().askLater(SECRET, CompletableFuture.failedFuture(quoting(SECRET))))),
        TRACKED_STREAM(() -> shop().stream(SECRET).toList()),
        TRACKED_ITERATOR(() -> shop().iterate(SECRET).next()),
        TRACKED_PUBLISHER(() -> shop().publish(SECRET).subscribe(new Listener())),
        TRACKED_IN_PARALLEL(() -> SentryAi.track("work", () -> {
            CompletableFuture<String> bad = new CompletableFuture<>();
            CompletableFuture<String> good = new CompletableFuture<>();
            CompletableFuture<Void> both =
                    CompletableFuture.allOf(shop().askLater(SECRET, bad), shop().askLater("something else", good));
            bad.completeExceptionally(quoting(SECRET));
            good.complete("answer");
            return both.join();
        }));

        private final ThrowingCallable work;

        Way(ThrowingCallable work) {
            this.work = work;
        }
    }

    private static Shop shop() {
        return SentryAi.trackedProxy(Shop.class, new Quoting());
    }

    private static final class Listener implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {}

        @Override
        public void onNext(String item) {}

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }

    /** What is sent of calls besides errors. */
    enum Tracing {
        STREAMED(options -> {}, ai -> {}),
        EMBEDDED(options -> {}, ai -> ai.setStreamGenAiSpans(false)),
        UNSAMPLED(options -> options.setTracesSampleRate(0.0), ai -> {}),
        OFF(options -> options.setTracesSampleRate(null), ai -> {}),
        OFF_BUT_TOLD(options -> options.setTracesSampleRate(null), ai -> {
            ai.setEmitMetrics(true);
            ai.setEmitLogs(true);
        });

        private final Consumer<SentryOptions> sentry;
        private final Consumer<SentryAiOptions> ai;

        Tracing(Consumer<SentryOptions> sentry, Consumer<SentryAiOptions> ai) {
            this.sentry = sentry;
            this.ai = ai;
        }

        private SentrySession start(SdkLog log) {
            return SentrySession.with(options -> {
                log.attachTo(options);
                options.getLogs().setEnabled(true);
                options.setShutdownTimeoutMillis(0); // else the SDK would wait for the next turn of its empty batches
                sentry.accept(options);
                SentryAi.configure(options, ai);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsToldByAnErrorInATransaction(Way way) {
        assertSilence(way, Tracing.STREAMED, true);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsToldByAnErrorInAStreamedTrace(Way way) {
        assertSilence(way, Tracing.STREAMED, false);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsToldByAnErrorInsideATransaction(Way way) {
        assertSilence(way, Tracing.EMBEDDED, true);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsToldByAnErrorOfAnUnsampledTrace(Way way) {
        assertSilence(way, Tracing.UNSAMPLED, true);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsToldByAnErrorWithoutTracing(Way way) {
        assertSilence(way, Tracing.OFF, false);
    }

    @ParameterizedTest
    @EnumSource(names = {"OUTPUT", "CONTENT_OF_AN_AGENT_AROUND_A_CALL", "ANSWER_OF_A_CALL_INSIDE", "TRACKED_ARGUMENT"})
    void nothingIsToldByMetricsAndLogs(Way way) {
        assertSilence(way, Tracing.OFF_BUT_TOLD, false);
    }

    private static void assertSilence(Way way, Tracing tracing, boolean inTransaction) {
        SdkLog log = new SdkLog();
        try (SentrySession sentry = tracing.start(log)) {
            ITransaction transaction = inTransaction ? sentry.transaction("GET /") : null;
            catchThrowable(way.work);
            if (transaction != null) {
                transaction.finish();
            }

            Sentry.captureMessage("afterwards"); // with which breadcrumbs would go
            Telemetry telemetry = sentry.flush();
            assertThat(telemetry.events()).hasSize(2);
            assertThat(sent(sentry)).doesNotContain(CANARY);
            assertThat(log.lines()).noneMatch(line -> line.contains(CANARY));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INPUT", "OUTPUT", "TOOL_RESULT", "TRACKED_ARGUMENT"})
    void whatIsRecordedMayBeQuoted(Way way) {
        try (SentrySession sentry = SentrySession.streaming(ai -> {
            ai.setRecordInputs(true);
            ai.setRecordOutputs(true);
        })) {
            catchThrowable(way.work);

            assertThat(sentry.flush().events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.exceptions())
                            .last()
                            .satisfies(exception ->
                                    assertThat(exception.value()).isEqualTo("cannot answer \"" + SECRET + "\"")));
        }
    }

    @Test
    void inputsAndOutputsAreHiddenApart() {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setRecordInputs(true))) {
            AiSpan chat = SentryAi.chat("m").setInput("the question").setOutput("the answer");
            catchThrowable(() -> chat.record(span -> {
                throw new IllegalStateException("the question got the answer");
            }));

            assertThat(sentry.flush().events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.exceptions())
                            .singleElement()
                            .satisfies(exception ->
                                    assertThat(exception.value()).isEqualTo("the question got [Filtered]")));
        }
    }

    @Test
    void messagesThatQuoteNothingAreLeftAlone() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            catchThrowable(
                    () -> shop().askLater(SECRET, CompletableFuture.failedFuture(new IllegalStateException("busy")))
                            .join());

            assertThat(sentry.flush().events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.exceptions())
                            .singleElement()
                            .satisfies(
                                    exception -> assertThat(exception.value()).isEqualTo("busy")));
        }
    }

    @Test
    void answersThatMayBeQuotedAreLeftAloneInAnUnsampledTrace() {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setTracesSampleRate(0.0);
            SentryAi.configure(options, ai -> ai.setRecordOutputs(true));
        })) {
            catchThrowable(Way.ANSWER_OF_A_CALL_INSIDE.work);

            assertThat(sentry.flush().events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.exceptions())
                            .last()
                            .satisfies(exception ->
                                    assertThat(exception.value()).isEqualTo("cannot answer \"" + SECRET + "\"")));
        }
    }

    @Test
    void answersOfAnUnsampledTraceAreNotReadUnlessSomethingFails() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setTracesSampleRate(0.0);
            SentryAi.configure(options);
        })) {
            sentry.transaction("GET /");
            SentryAi.invokeAgent("a")
                    .record(agent -> GenAiCall.start(
                                    OPENAI,
                                    () -> GenAiRequest.builder(GenAiOps.CHAT).build())
                            .call(() -> SECRET, text -> {
                                reads.incrementAndGet();
                                return answer(text);
                            }));

            assertThat(reads).hasValue(0);
        }
    }

    @Test
    void contentThatCanNotBeReadHidesTheWholeMessage() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            AiSpan chat = SentryAi.chat("m").setInputMessages(new AbstractList<>() {
                @Override
                public Message get(int index) {
                    throw new IllegalStateException(SECRET);
                }

                @Override
                public int size() {
                    return 1;
                }
            });
            catchThrowable(() -> failing(chat));

            assertThat(sentry.flush().events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.exceptions())
                            .allSatisfy(
                                    exception -> assertThat(exception.value()).isEqualTo("[Filtered]")));
        }
    }

    private static String sent(SentrySession sentry) {
        return sentry.server().envelopes().stream()
                .map(received -> new String(EnvelopeWriter.toBytes(received.envelope()), StandardCharsets.UTF_8))
                .reduce("", String::concat);
    }
}
