package dev.sentryai.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.AiSpan;
import dev.sentryai.ForeignSpanPolicy;
import dev.sentryai.SentryAi;
import dev.sentryai.SentryAiOptions;
import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.testing.SentItems;
import dev.sentryai.testing.SentItems.Entry;
import dev.sentryai.testing.SentrySession;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.SentryLongDate;
import io.sentry.SpanOptions;
import io.sentry.SpanStatus;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What metrics and logs tell of the spans that the application makes with {@code startChild("gen_ai.…")}. */
@SuppressWarnings("try") // a span around a block need not be mentioned in it
class AdoptedSignalsTest {

    private static final Instrumentation OPENAI = new Instrumentation("openai");
    private static final TokenUsage USAGE =
            TokenUsage.builder().input(12).output(30).build();

    private static SentrySession session(Consumer<SentryAiOptions> ai) {
        return SentrySession.with(options -> {
            options.getLogs().setEnabled(true);
            options.setShutdownTimeoutMillis(0); // else the SDK would wait for the next turn of its empty batches
            SentryAi.configure(options, ai.andThen(settings -> {
                settings.setEmitMetrics(true);
                settings.setEmitLogs(true);
            }));
        });
    }

    /** Starts a span that is current for what is made on this thread, as the Sentry SDK's newest one is. */
    private static ISpan theirs(ISpan parent, String op) {
        return parent.startChild(op, "by hand");
    }

    private static void use(ISpan span, long input, long output) {
        span.setData("gen_ai.request.model", "gpt-4o");
        span.setData("gen_ai.usage.input_tokens", input);
        span.setData("gen_ai.usage.output_tokens", output);
    }

    private static void ours(String op) throws Exception {
        GenAiCall.start(OPENAI, () -> GenAiRequest.builder(op).model("gpt-4o").build())
                .call(() -> "sunny", any -> GenAiResponse.builder().usage(USAGE).build());
    }

    private static List<Double> tokens(Telemetry telemetry) {
        return SentItems.metrics(telemetry, "gen_ai.token_usage").stream()
                .map(Entry::value)
                .toList();
    }

    private static List<Object> calls(Telemetry telemetry) {
        return SentItems.metrics(telemetry, "gen_ai.calls").stream()
                .map(call -> call.ownAttributes().get("gen_ai.operation.name"))
                .toList();
    }

    @Test
    void aCallIsCountedWithItsTokensAndItsTime() {
        try (SentrySession sentry = session(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            long start = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - TimeUnit.SECONDS.toNanos(5);
            SpanOptions options = new SpanOptions();
            options.setStartTimestamp(new SentryLongDate(start));
            options.setOrigin("auto.theirs");
            ISpan span = theirs(transaction, "function").startChild("gen_ai.chat", "by hand", options);
            use(span, 7, 9);
            span.finish(SpanStatus.OK, new SentryLongDate(start + TimeUnit.SECONDS.toNanos(2)));
            transaction.finish();

            Telemetry telemetry = sentry.flush();
            assertThat(SentItems.metrics(telemetry, "gen_ai.calls"))
                    .singleElement()
                    .satisfies(call -> assertThat(call.ownAttributes())
                            .containsEntry("gen_ai.operation.name", "chat")
                            .containsEntry("gen_ai.request.model", "gpt-4o")
                            .containsEntry("status", "ok"))
                    .satisfies(call -> assertThat(call.attributes()).containsEntry("sentry.origin", "auto.theirs"));
            assertThat(tokens(telemetry)).containsExactlyInAnyOrder(7.0, 9.0);
            assertThat(SentItems.metrics(telemetry, "gen_ai.duration"))
                    .singleElement()
                    .satisfies(duration -> assertThat(duration.value()).isEqualTo(2.0));
            assertThat(SentItems.logs(telemetry))
                    .singleElement()
                    .satisfies(log -> assertThat(log.json().text("body")).isEqualTo("by hand: ok after 2000 ms"));
        }
    }

    @Test
    void aFailureIsCountedAsOne() {
        try (SentrySession sentry = session(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan span = theirs(transaction, "gen_ai.embeddings");
            span.setData("gen_ai.usage.input_tokens", 7);
            span.finish(SpanStatus.INTERNAL_ERROR);
            transaction.finish();

            Telemetry telemetry = sentry.flush();
            assertThat(SentItems.metrics(telemetry, "gen_ai.calls"))
                    .singleElement()
                    .satisfies(call -> assertThat(call.ownAttributes()).containsEntry("status", "internal_error"));
            assertThat(tokens(telemetry)).containsExactly(7.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen_ai.invoke_agent", "gen_ai.execute_tool", "function"})
    void whatIsNoCallOfAModelIsNotCounted(String op) {
        try (SentrySession sentry = session(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan span = theirs(transaction, op);
            use(span, 7, 9);
            span.finish();
            transaction.finish();

            assertThat(calls(sentry.flush())).isEmpty();
        }
    }

    @Test
    void aCallThatDoesNotSayWhatWasUsedIsNotCounted() {
        try (SentrySession sentry = session(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            theirs(transaction, "gen_ai.chat").finish();
            transaction.finish();

            assertThat(calls(sentry.flush())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatWeSeeTooIsCountedOnce(ForeignSpanPolicy policy) throws Exception {
        try (SentrySession sentry = session(ai -> ai.setForeignSpanPolicy(policy))) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan span = theirs(transaction, "gen_ai.chat");
            ours(GenAiOps.CHAT);
            use(span, 12, 30);
            span.finish();
            transaction.finish();

            Telemetry telemetry = sentry.flush();
            assertThat(calls(telemetry)).containsExactly("chat");
            assertThat(tokens(telemetry)).containsExactlyInAnyOrder(12.0, 30.0);
        }
    }

    @Test
    void aCallThatWeSeeFurtherInsideIsCountedOnce() throws Exception {
        try (SentrySession sentry = session(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan span = theirs(transaction, "gen_ai.chat");
            ISpan retry = theirs(span, "function");
            ours(GenAiOps.CHAT);
            retry.finish();
            use(span, 12, 30);
            span.finish();
            transaction.finish();

            Telemetry telemetry = sentry.flush();
            assertThat(calls(telemetry)).containsExactly("chat");
            assertThat(tokens(telemetry)).containsExactlyInAnyOrder(12.0, 30.0);
        }
    }

    @Test
    void aCallInsideOneOfOursIsCountedOnce() {
        try (SentrySession sentry = session(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan chat = SentryAi.chat("gpt-4o")) {
                ISpan span = theirs(Sentry.getSpan(), "gen_ai.chat");
                use(span, 12, 30);
                span.finish();
                chat.setUsage(USAGE);
            }
            transaction.finish();

            Telemetry telemetry = sentry.flush();
            assertThat(calls(telemetry)).containsExactly("chat");
            assertThat(tokens(telemetry)).containsExactlyInAnyOrder(12.0, 30.0);
        }
    }

    @Test
    void oneOfTheirsInsideAnotherIsCountedOnce() {
        try (SentrySession sentry = session(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan outer = theirs(transaction, "gen_ai.chat");
            ISpan inner = theirs(outer, "gen_ai.chat");
            use(inner, 7, 9);
            inner.finish();
            use(outer, 7, 9);
            outer.finish();
            transaction.finish();

            Telemetry telemetry = sentry.flush();
            assertThat(calls(telemetry)).containsExactly("chat");
            assertThat(tokens(telemetry)).containsExactlyInAnyOrder(7.0, 9.0);
        }
    }

    @Test
    void callsOfOtherKindsInsideAreCountedByThemselves() throws Exception {
        try (SentrySession sentry = session(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan chat = theirs(transaction, "gen_ai.chat");
            ours(GenAiOps.EMBEDDINGS);
            ISpan embeddings = theirs(chat, "gen_ai.embeddings");
            use(embeddings, 1, 0);
            embeddings.finish();
            use(chat, 7, 9);
            chat.finish();
            transaction.finish();

            assertThat(calls(sentry.flush())).containsExactlyInAnyOrder("embeddings", "embeddings", "chat");
        }
    }

    @Test
    void nothingIsToldOfOneThatIsNotSampled() {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setTracesSampleRate(0.0);
            SentryAi.configure(options, ai -> ai.setEmitMetrics(true));
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan span = theirs(transaction, "gen_ai.chat");
            use(span, 7, 9);
            span.finish();
            transaction.finish();

            assertThat(calls(sentry.flush())).isEmpty();
        }
    }
}
