package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.SpanSource;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.testing.SentrySession;
import io.sentry.ITransaction;
import org.junit.jupiter.api.Test;

class ManualSpanTest {

    @Test
    void spansNestAndAreStreamed() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan agent = SentryAi.invokeAgent("Weather Agent")) {
                agent.setProvider("openai");
                try (AiSpan chat = SentryAi.chat("gpt-4o")) {
                    chat.setUsage(TokenUsage.builder().input(12).output(30).build());
                }
            }
            transaction.finish();

            Telemetry telemetry = sentry.flush();

            SpanRecord agent = sentry.span("invoke_agent Weather Agent");
            SpanRecord chat = sentry.span("chat gpt-4o");
            assertThat(telemetry.parentOf(chat)).contains(agent);
            assertThat(agent.parentSpanId())
                    .isEqualTo(transaction.getSpanContext().getSpanId().toString());
            assertThat(chat.source()).isEqualTo(SpanSource.SPAN_V2);
            assertThat(chat.attributes())
                    .containsEntry("gen_ai.agent.name", "Weather Agent")
                    .containsEntry("gen_ai.operation.name", "chat")
                    .containsEntry("gen_ai.usage.input_tokens", 12L)
                    .containsEntry("gen_ai.usage.total_tokens", 42L);
            assertThat(sentry.discarded()).isEmpty();
            assertThat(sentry.logged()).isEmpty();
        }
    }
}
