package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.SpanSource;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.testing.SentrySession;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.MeasurementUnit;
import io.sentry.Sentry;
import io.sentry.SentryLongDate;
import io.sentry.SpanOptions;
import io.sentry.SpanStatus;
import io.sentry.TransactionOptions;
import io.sentry.protocol.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Spans that the application makes with {@code startChild("gen_ai.…")}. */
@SuppressWarnings("try") // a span or scope around a block need not be mentioned in it
class AdoptedSpanTest {

    private static ISpan chat(ISpan parent) {
        ISpan span = parent.startChild("gen_ai.chat", "chat by hand");
        span.setData("gen_ai.request.model", "gpt-4o");
        return span;
    }

    @Test
    void theyAreStreamedWithAllThatIsOnThem() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            User user = new User();
            user.setId("u-1");
            Sentry.setUser(user);
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan span = chat(transaction);
            span.setTag("tier", "gold");
            span.setMeasurement("rounds", 3, MeasurementUnit.Duration.SECOND);
            span.setData("cities", Arrays.asList("Paris", "Rome"));
            span.finish();
            transaction.finish();

            SpanRecord sent = sentry.span("chat by hand");

            assertThat(sent.source()).isEqualTo(SpanSource.SPAN_V2);
            assertThat(sent.op()).isEqualTo("gen_ai.chat");
            assertThat(sent.status()).isEqualTo("ok");
            assertThat(sent.origin()).isEqualTo("manual");
            assertThat(sent.traceId())
                    .isEqualTo(transaction.getSpanContext().getTraceId().toString());
            assertThat(sent.spanId())
                    .isEqualTo(span.getSpanContext().getSpanId().toString());
            assertThat(sent.parentSpanId())
                    .isEqualTo(transaction.getSpanContext().getSpanId().toString());
            assertThat(sent.attributes())
                    .containsEntry("gen_ai.operation.name", "chat")
                    .containsEntry("gen_ai.request.model", "gpt-4o")
                    .containsEntry("tier", "gold")
                    .containsEntry("rounds", 3L)
                    .containsEntry("cities", List.of("Paris", "Rome"))
                    .containsEntry("thread.id", Thread.currentThread().getId())
                    .containsEntry("sentry.release", "shop@1.2.3")
                    .containsEntry("sentry.segment.name", "GET /weather")
                    .containsEntry("user.id", "u-1");
            assertThat(sentry.flush().spans()).hasSize(2);
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void theyStayInTheirTransactionWhereTheApplicationWantsThat() {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setStreamForeignSpans(false))) {
            ITransaction transaction = sentry.transaction("GET /weather");
            chat(transaction).finish();
            transaction.finish();

            assertThat(sentry.span("chat by hand").source()).isEqualTo(SpanSource.TRANSACTION);
        }
    }

    @Test
    void theyStayInTheirTransactionWhereNothingIsStreamed() {
        try (SentrySession sentry = SentrySession.embedded(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            chat(transaction).finish();
            transaction.finish();

            assertThat(sentry.span("chat by hand").source()).isEqualTo(SpanSource.TRANSACTION);
        }
    }

    @Test
    void otherSpansStayWhereTheyAre() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan chat = chat(transaction);
            chat.startChild("http.client", "POST /v1/chat").finish();
            chat.finish();
            transaction.finish();

            SpanRecord http = sentry.span("POST /v1/chat");
            assertThat(http.source()).isEqualTo(SpanSource.TRANSACTION);
            assertThat(http.parentSpanId())
                    .isEqualTo(sentry.span("chat by hand").spanId());
        }
    }

    @Test
    void anOpenOneIsStillWhatTheSentrySdkTakesForCurrent() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan chat = chat(transaction);
            assertThat(Sentry.getSpan()).isSameAs(chat);
            chat.finish();
            assertThat(Sentry.getSpan()).isSameAs(transaction);
            transaction.finish();
        }
    }

    @Test
    void oursAndTheirsNestBothWays() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan agent = transaction.startChild("gen_ai.invoke_agent", "their agent");
            agent.setData("gen_ai.agent.name", "Planner");
            agent.setData("gen_ai.conversation.id", "c-1");
            ISpan tool = agent.startChild("gen_ai.execute_tool", "their tool");
            try (AiSpan ours = SentryAi.chat("gpt-4o")) {
                Sentry.getSpan()
                        .startChild("gen_ai.embeddings", "their embeddings")
                        .finish();
            }
            tool.finish();
            agent.finish();
            transaction.finish();

            SpanRecord ours = sentry.span("chat gpt-4o");
            SpanRecord embeddings = sentry.span("their embeddings");
            assertThat(sentry.span("their tool").parentSpanId())
                    .isEqualTo(sentry.span("their agent").spanId());
            assertThat(ours.parentSpanId()).isEqualTo(sentry.span("their tool").spanId());
            assertThat(embeddings.parentSpanId()).isEqualTo(ours.spanId());
            assertThat(List.of(sentry.span("their tool"), ours, embeddings))
                    .allSatisfy(span -> assertThat(span.attributes())
                            .containsEntry("gen_ai.agent.name", "Planner")
                            .containsEntry("gen_ai.conversation.id", "c-1"));
        }
    }

    @Test
    void theyInheritFromOursAndFromTheirSurroundings() throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan span;
            try (var pipeline = SentryAi.pipeline("weather");
                    var conversation = SentryAi.conversation("c-1");
                    var attributes = SentryAi.withAttributes(Map.of("tenant", "t-1"));
                    AiSpan agent = SentryAi.invokeAgent("Planner")) {
                span = chat(Sentry.getSpan());
                CompletableFuture.runAsync(span::finish).get(10, TimeUnit.SECONDS);
            }
            transaction.finish();

            assertThat(sentry.span("chat by hand").attributes())
                    .containsEntry("gen_ai.agent.name", "Planner")
                    .containsEntry("gen_ai.pipeline.name", "weather")
                    .containsEntry("gen_ai.conversation.id", "c-1")
                    .containsEntry("tenant", "t-1");
            assertThat(sentry.span("chat by hand").parentSpanId())
                    .isEqualTo(sentry.span("invoke_agent Planner").spanId());
        }
    }

    @Test
    void oneThatOutlivesItsTransactionIsSentWhenItEnds() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = Sentry.startTransaction("GET /weather", "http.server");
            ISpan span = chat(transaction);
            transaction.finish();
            assertThat(sentry.flush().spans()).extracting(SpanRecord::name).containsExactly("GET /weather");
            span.setData("gen_ai.response.id", "r-1");
            span.finish(SpanStatus.INTERNAL_ERROR);

            SpanRecord late = sentry.span("chat by hand");

            assertThat(late.status()).isEqualTo("error");
            assertThat(late.attributes())
                    .containsEntry("gen_ai.response.id", "r-1")
                    .containsEntry("sentry.segment.name", "GET /weather");
            assertThat(sentry.flush().aiSpans()).hasSize(1);
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void ourChildrenOfAnEndedOneAreSent() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan span = chat(transaction);
            try (var bound = span.makeCurrent()) {
                Sentry.getCurrentScopes().setActiveSpan(span);
                span.finish();
                SentryAi.embeddings("ada").close();
            }
            transaction.finish();

            assertThat(sentry.flush().aiSpans())
                    .extracting(SpanRecord::name)
                    .containsExactlyInAnyOrder("chat by hand", "embeddings ada");
        }
    }

    @Test
    void oneThatBecomesAnAiSpanLateIsStreamed() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = Sentry.startTransaction("GET /weather", "http.server");
            ISpan span = transaction.startChild("function", "ask");
            span.setOperation("gen_ai.chat");
            span.finish();
            transaction.finish();

            assertThat(sentry.span("ask").source()).isEqualTo(SpanSource.SPAN_V2);
            assertThat(sentry.flush().aiSpans()).hasSize(1);
        }
    }

    @Test
    void whatTheSentrySdkEndsByItselfIsSentOnce() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = Sentry.startTransaction("GET /weather", "http.server");
            chat(transaction);
            transaction.forceFinish(SpanStatus.DEADLINE_EXCEEDED, false, null);

            assertThat(sentry.span("chat by hand").source()).isEqualTo(SpanSource.SPAN_V2);
            assertThat(sentry.span("chat by hand").status()).isEqualTo("error");
            assertThat(sentry.flush().aiSpans()).hasSize(1);
        }
    }

    @Test
    void theyKeepTheirTimes() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SpanOptions options = new SpanOptions();
            options.setStartTimestamp(new SentryLongDate(1_700_000_000_000_000_000L));
            ISpan parent = transaction.startChild("function");
            parent.startChild("gen_ai.chat", "chat by hand", options)
                    .finish(SpanStatus.OK, new SentryLongDate(1_700_000_001_500_000_000L));
            parent.finish();
            transaction.finish();

            assertThat(sentry.span("chat by hand").startSeconds()).isEqualTo(1_700_000_000.0);
            assertThat(sentry.span("chat by hand").endSeconds()).isEqualTo(1_700_000_001.5);
        }
    }

    @Test
    void aTransactionTakesMoreThanAThousandOfThem() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            for (int i = 0; i < 1_500; i++) {
                chat(transaction).finish();
            }
            transaction.finish();

            assertThat(sentry.flush().aiSpans()).hasSize(1_500);
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void nothingIsSentOfAnUnsampledTrace() {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setTracesSampleRate(0.0);
            SentryAi.configure(options);
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            chat(transaction).finish();
            transaction.finish();

            assertThat(sentry.flush().spans()).isEmpty();
            // the transaction itself is counted as a span too; of others the Sentry SDK does not know any more
            assertThat(sentry.discarded())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("sample_rate/transaction", 1L, "sample_rate/span", 1L));
        }
    }

    @Test
    void contentIsSentOnlyWhereItIsRecordedAndAsItIsFiltered() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {
            ai.setRecordInputs(true);
            ai.setContentFilter(ContentFilter.emailAddresses());
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan span = chat(transaction);
            span.setData("gen_ai.input.messages", "mail ada@example.com");
            span.setData("gen_ai.output.messages", "sunny");
            span.setData("gen_ai.response.text", "sunny");
            span.finish();
            transaction.finish();

            assertThat(sentry.span("chat by hand").attributes())
                    .doesNotContainKeys("gen_ai.output.messages", "gen_ai.response.text")
                    .hasEntrySatisfying(
                            "gen_ai.input.messages",
                            messages -> assertThat(messages.toString())
                                    .startsWith("mail ")
                                    .doesNotContain("ada@example.com"));
        }
    }

    @Test
    void whatALibraryRecordsOnTheirSpanFollowsTheChoiceForTheLibrary() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            Instrumentation recording = new Instrumentation("openai", true, true);
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan span = chat(transaction);
            GenAiCall call = GenAiCall.start(
                    recording, () -> GenAiRequest.builder(GenAiOps.CHAT).build());
            call.bind().close();
            call.succeed(() -> GenAiResponse.builder().id("r-1").build());
            span.setData("gen_ai.input.messages", "Weather?");
            span.finish();
            transaction.finish();

            assertThat(sentry.flush().aiSpans()).hasSize(1);
            assertThat(sentry.span("chat by hand").attributes())
                    .containsEntry("gen_ai.response.id", "r-1")
                    .containsEntry("gen_ai.input.messages", "Weather?");
        }
    }

    @Test
    void theHookChangesThemAndDropsThemCounted() {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setBeforeSendSpan(span -> {
            span.setAttribute("seen", true);
            return span.name().equals("noise") ? null : span;
        }))) {
            ITransaction transaction = sentry.transaction("GET /weather");
            chat(transaction).finish();
            transaction.startChild("gen_ai.chat", "noise").finish();
            transaction.finish();

            Telemetry telemetry = sentry.flush();

            assertThat(telemetry.aiSpans()).hasSize(1);
            assertThat(sentry.span("chat by hand").attributes()).containsEntry("seen", true);
            assertThat(sentry.discarded()).isEqualTo(Map.of("before_send/span", 1L));
        }
    }

    @Test
    void oneWithoutANameIsNamedByTheConventions() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan span = transaction.startChild("gen_ai.chat");
            span.setData("gen_ai.request.model", "gpt-4o");
            span.finish();
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").op()).isEqualTo("gen_ai.chat");
        }
    }

    @Test
    void valuesThatCanNotBeSentDoNoHarm() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            List<Object> self = new ArrayList<>();
            self.add(self);
            ISpan span = chat(transaction);
            span.setData("gen_ai.request.temperature", Double.NaN);
            span.setData("self", self);
            span.setData("lone", "\ud800");
            span.finish();
            transaction.finish();

            assertThat(sentry.span("chat by hand").attributes()).containsKeys("self", "lone");
            assertThat(sentry.flush().spans()).hasSize(2);
        }
    }

    @Test
    void eachIsSentOnceWhenTransactionsEndMeanwhile() throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            int rounds = 300;
            CyclicBarrier together = new CyclicBarrier(2);
            for (int i = 0; i < rounds; i++) {
                ITransaction transaction =
                        Sentry.startTransaction("GET /weather", "http.server", new TransactionOptions());
                ISpan span = chat(transaction);
                CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
                    meet(together);
                    span.finish();
                });
                meet(together);
                transaction.finish();
                other.get(10, TimeUnit.SECONDS);
                if (i % 20 == 0) {
                    sentry.flush();
                }
            }

            assertThat(sentry.flush().aiSpans())
                    .hasSize(rounds)
                    .extracting(SpanRecord::spanId)
                    .doesNotHaveDuplicates();
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
