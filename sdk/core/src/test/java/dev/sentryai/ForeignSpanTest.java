package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.otel.OtelMode;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.SpanSource;
import dev.sentryai.testing.SentrySession;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.sentry.ISentryLifecycleToken;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // a scope around a block need not be mentioned in it
class ForeignSpanTest {

    private static final Instrumentation OPENAI = new Instrumentation("openai");

    private final Scope clean = OtelMode.cleanContext();
    private final AtomicReference<OtelMode> mode = new AtomicReference<>();

    @AfterEach
    void stop() {
        clean.close();
    }

    private SentrySession otel(ForeignSpanPolicy policy) {
        return SentrySession.with(options -> {
            mode.set(OtelMode.install(options));
            SentryAi.configure(options, ai -> ai.setForeignSpanPolicy(policy));
        });
    }

    private static void call(String op, String id) {
        GenAiCall call = GenAiCall.start(
                OPENAI, () -> GenAiRequest.builder(op).model("gpt-4o").build());
        call.bind().close();
        call.succeed(() -> GenAiResponse.builder().id(id).build());
    }

    private void callInsideOfAnOtelSpan(String operation) {
        Tracer tracer = mode.get().tracer();
        Span theirs = tracer.spanBuilder("their chat")
                .setAttribute("gen_ai.operation.name", operation)
                .setAttribute("gen_ai.request.model", "their-model")
                .startSpan();
        try (Scope scope = theirs.makeCurrent()) {
            call(GenAiOps.CHAT, "r-1");
            call(GenAiOps.CHAT, "r-2");
        } finally {
            theirs.end();
        }
    }

    private static List<String> names(SentrySession sentry) {
        return sentry.flush().spans().stream().map(SpanRecord::name).sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theirSpanIsEnriched(boolean streaming) {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setStreamGenAiSpans(streaming))) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan theirs = transaction.startChild("gen_ai.chat", "their chat");
            theirs.setData("gen_ai.request.model", "their-model");
            call(GenAiOps.CHAT, "r-1");
            assertThat(theirs.isFinished()).isFalse();
            theirs.finish();
            transaction.finish();

            assertThat(names(sentry)).containsExactly("GET /weather", "their chat");
            assertThat(sentry.span("their chat").attributes())
                    .containsEntry("gen_ai.request.model", "their-model")
                    .containsEntry("gen_ai.response.id", "r-1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ourSpansTakeThePlaceOfTheirs(boolean streaming) {
        try (SentrySession sentry = SentrySession.streaming(ai -> {
            ai.setStreamGenAiSpans(streaming);
            ai.setForeignSpanPolicy(ForeignSpanPolicy.REPLACE);
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan theirs = transaction.startChild("gen_ai.chat", "their chat");
            call(GenAiOps.CHAT, "r-1");
            call(GenAiOps.CHAT, "r-2");
            theirs.finish();
            transaction.finish();

            assertThat(names(sentry)).containsExactly("GET /weather", "chat gpt-4o", "chat gpt-4o");
            assertThat(sentry.span("chat gpt-4o").parentSpanId())
                    .isEqualTo(transaction.getSpanContext().getSpanId().toString());
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void anOtelSpanIsEnriched() {
        try (SentrySession sentry = otel(ForeignSpanPolicy.ENRICH)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            callInsideOfAnOtelSpan("chat");
            transaction.finish();

            assertThat(names(sentry)).containsExactly("GET /weather", "their chat");
            assertThat(sentry.span("their chat").attributes())
                    .containsEntry("gen_ai.request.model", "their-model")
                    .containsEntry("gen_ai.response.id", "r-1");
        }
    }

    /** In this mode they are adopted when they are exported. */
    @Test
    void withOtelASpanOfTheSentrySdkIsEnrichedAndStreamedOnce() {
        try (SentrySession sentry = otel(ForeignSpanPolicy.ENRICH)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan theirs = transaction.startChild("gen_ai.chat", "their chat");
            theirs.setData("gen_ai.input.messages", "secret");
            try (ISentryLifecycleToken current = theirs.makeCurrent()) {
                call(GenAiOps.CHAT, "r-1");
            }
            theirs.finish();
            transaction.finish();

            assertThat(names(sentry)).containsExactly("GET /weather", "their chat");
            SpanRecord sent = sentry.span("their chat");
            assertThat(sent.source()).isEqualTo(SpanSource.SPAN_V2);
            assertThat(sent.spanId())
                    .isEqualTo(theirs.getSpanContext().getSpanId().toString());
            assertThat(sent.parentSpanId())
                    .isEqualTo(transaction.getSpanContext().getSpanId().toString());
            assertThat(sent.attributes())
                    .containsEntry("gen_ai.response.id", "r-1")
                    .doesNotContainKey("gen_ai.input.messages");
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void withOtelNothingIsDoubledWhereOursTakesThePlace() {
        try (SentrySession sentry = otel(ForeignSpanPolicy.REPLACE)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan theirs = transaction.startChild("gen_ai.chat", "their chat");
            try (ISentryLifecycleToken current = theirs.makeCurrent()) {
                call(GenAiOps.CHAT, "r-1");
            }
            theirs.finish();
            transaction.finish();

            assertThat(names(sentry)).containsExactly("GET /weather", "chat gpt-4o");
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void ourSpansTakeThePlaceOfAnOtelSpan() {
        try (SentrySession sentry = otel(ForeignSpanPolicy.REPLACE)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                callInsideOfAnOtelSpan("chat");
            }
            transaction.finish();

            assertThat(names(sentry))
                    .containsExactly("GET /weather", "chat gpt-4o", "chat gpt-4o", "invoke_agent Planner");
            SpanRecord chat = sentry.span("chat gpt-4o");
            assertThat(chat.parentSpanId())
                    .isEqualTo(sentry.span("invoke_agent Planner").spanId());
            assertThat(chat.attributes()).containsEntry("gen_ai.agent.name", "Planner");
            assertThat(sentry.flush().envelopes())
                    .allSatisfy(captured -> assertThat(
                                    captured.envelope().header().trace().toString())
                            .contains("sampled=true", "sample_rate=1"));
        }
    }

    @ParameterizedTest
    @EnumSource(ForeignSpanPolicy.class)
    void aSpanOfAnotherKindIsNotTheSameCall(ForeignSpanPolicy policy) {
        try (SentrySession sentry = otel(policy)) {
            ITransaction transaction = sentry.transaction("GET /weather");
            callInsideOfAnOtelSpan("invoke_agent");
            transaction.finish();

            assertThat(names(sentry)).containsExactly("GET /weather", "chat gpt-4o", "chat gpt-4o", "their chat");
            assertThat(sentry.span("chat gpt-4o").parentSpanId())
                    .isEqualTo(sentry.span("their chat").spanId());
        }
    }

    @ParameterizedTest
    @EnumSource(ForeignSpanPolicy.class)
    void aSpanOfAParallelThreadIsNotTheSameCall(ForeignSpanPolicy policy) throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setForeignSpanPolicy(policy))) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan theirs = CompletableFuture.supplyAsync(() -> transaction.startChild("gen_ai.chat", "their chat"))
                    .get(10, TimeUnit.SECONDS);
            call(GenAiOps.CHAT, "r-1");
            theirs.finish();
            transaction.finish();

            assertThat(names(sentry)).containsExactly("GET /weather", "chat gpt-4o", "their chat");
            assertThat(sentry.span("their chat").attributes()).doesNotContainKey("gen_ai.response.id");
        }
    }

    @Test
    void theirTransactionIsEnrichedAsItCanNotBeReplaced() {
        try (SentrySession sentry = otel(ForeignSpanPolicy.REPLACE)) {
            callInsideOfAnOtelSpan("chat");

            assertThat(sentry.flush().spans())
                    .singleElement()
                    .satisfies(span -> assertThat(span.attributes()).containsEntry("gen_ai.response.id", "r-1"));
        }
    }

    @Test
    void whatTheApplicationDropsIsNotAddedToTheirsEither() {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setBeforeSendSpan(span -> null))) {
            ITransaction transaction = sentry.transaction("GET /weather");
            ISpan theirs = transaction.startChild("gen_ai.embeddings", "their embeddings");
            call(GenAiOps.EMBEDDINGS, "r-1");
            assertThat(theirs.getData("gen_ai.response.id")).isNull();
            theirs.finish();
            transaction.finish();
        }
    }
}
