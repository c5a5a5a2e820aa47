package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.SpanSource;
import dev.sentryai.testing.SentrySession;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.SentryWrapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a span around a block need not be mentioned in it
class StaticDeliveryTest {

    @Test
    void spansTravelInTheirTransaction() {
        try (SentrySession sentry = SentrySession.embedded(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                try (AiSpan chat = SentryAi.chat("gpt-4o")) {
                    chat.setAttribute("not.a.number", Double.NaN);
                    Sentry.getSpan().startChild("http.client", "POST api").finish();
                }
            }
            transaction.finish();

            SpanRecord chat = sentry.span("chat gpt-4o");

            assertThat(chat.source()).isEqualTo(SpanSource.TRANSACTION);
            assertThat(chat.status()).isEqualTo("ok");
            assertThat(chat.parentSpanId())
                    .isEqualTo(sentry.span("invoke_agent Planner").spanId());
            assertThat(chat.attributes()).containsEntry("gen_ai.agent.name", "Planner");
            assertThat(sentry.span("POST api").parentSpanId()).isEqualTo(chat.spanId());
            assertThat(sentry.server().telemetry().envelopes()).hasSize(1);
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void aCallBesideOneOfAnotherThreadDoesNotNestIntoIt() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (SentrySession sentry = SentrySession.embedded(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            CompletableFuture<AiSpan> elsewhere =
                    CompletableFuture.supplyAsync(SentryWrapper.wrapSupplier(() -> SentryAi.chat("model-a")), other);
            AiSpan first = elsewhere.get(10, TimeUnit.SECONDS);
            SentryAi.chat("model-b").close();
            first.close();
            transaction.finish();

            assertThat(sentry.span("chat model-b").parentSpanId())
                    .isEqualTo(transaction.getSpanContext().getSpanId().toString());
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void theNewestMessagesAreKept() {
        try (SentrySession sentry = SentrySession.embedded(ai -> ai.setRecordInputs(true))) {
            ITransaction transaction = sentry.transaction("GET /weather");
            List<Message> messages = IntStream.range(0, 50)
                    .mapToObj(i -> Message.user(i + " " + "x".repeat(1_000)))
                    .toList();
            SentryAi.chat("gpt-4o").setInputMessages(messages).close();
            transaction.finish();

            Map<String, Object> attributes = sentry.span("chat gpt-4o").attributes();

            String kept = attributes.get("gen_ai.input.messages").toString();
            assertThat(kept.getBytes(StandardCharsets.UTF_8).length).isBetween(15_000, 20_000);
            assertThat(kept).contains("\"49 x").doesNotContain("\"0 x");
            assertThat(attributes).containsEntry("sentry.sdk_meta.gen_ai.input.messages.original_length", 50L);
        }
    }

    @Test
    void aDroppedSpanIsCountedAndTheTransactionStays() {
        try (SentrySession sentry = SentrySession.embedded(ai -> ai.setBeforeSendSpan(span -> null))) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").close();
            transaction.finish();

            assertThat(sentry.flush().spans())
                    .singleElement()
                    .satisfies(span -> assertThat(span.name()).isEqualTo("GET /weather"));
            assertThat(sentry.discarded()).isEqualTo(Map.of("before_send/span", 1L));
        }
    }

    @Test
    void withoutConfigurationSpansStayInTheirTransaction() {
        try (SentrySession sentry = SentrySession.with(options -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").close();
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").source()).isEqualTo(SpanSource.TRANSACTION);
        }
    }

    @Test
    void whenTheSdkAltersSpanItemsSpansStayInTheirTransaction() {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setEnvelopeReader(stream -> null);
            SentryAi.configure(options);
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").close();
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").source()).isEqualTo(SpanSource.TRANSACTION);
            assertThat(sentry.logged())
                    .singleElement()
                    .asString()
                    .contains("can not stream AI spans; they stay in their transaction");
        }
    }
}
