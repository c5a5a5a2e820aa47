package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.price.ModelPrice;
import dev.sentryai.protocol.price.PriceSource;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.testing.SentrySession;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostTest {

    private static final PriceTable PRICES = PriceTable.of(
            new PriceSource("test", null, null), Map.of("our-model", ModelPrice.perMillionTokens(2, 10, 0.5, 2.5, 40)));
    private static final TokenUsage USAGE = TokenUsage.builder()
            .input(1_000)
            .cacheRead(200)
            .cacheCreation(100)
            .output(500)
            .reasoning(100)
            .build();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCallSaysWhatItCosts(boolean streaming) {
        AtomicReference<@Nullable Object> seen = new AtomicReference<>();
        try (SentrySession sentry = SentrySession.streaming(ai -> {
            ai.setStreamGenAiSpans(streaming);
            ai.setPrices(PRICES);
            ai.setBeforeSendSpan(span -> {
                seen.compareAndSet(null, span.attribute(GenAiAttributes.COST_TOTAL_TOKENS));
                return span;
            });
        })) {
            SentryAi.track("job", () -> {
                SentryAi.chat("our-model")
                        .setResponseModel("our-model-2026-01-01")
                        .setUsage(USAGE)
                        .close();
            });

            Map<String, Object> attributes = sentry.span("chat our-model").attributes();
            assertThat(cost(attributes, "gen_ai.cost.input_tokens")).isCloseTo(0.00175, within(1e-12));
            assertThat(cost(attributes, "gen_ai.cost.output_tokens")).isCloseTo(0.008, within(1e-12));
            assertThat(cost(attributes, "gen_ai.cost.total_tokens")).isCloseTo(0.00975, within(1e-12));
            assertThat(cost(attributes, "gen_ai.cost.cache_read.input_tokens")).isCloseTo(0.0001, within(1e-12));
            assertThat(cost(attributes, "gen_ai.cost.cache_creation.input_tokens"))
                    .isCloseTo(0.00025, within(1e-12));
            assertThat(cost(attributes, "gen_ai.cost.reasoning.output_tokens")).isCloseTo(0.004, within(1e-12));
            assertThat(seen.get()).isNotNull();
        }
    }

    @Test
    void withoutPricesCostsAreLeftToSentry() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            SentryAi.chat("gpt-4o").setUsage(USAGE).close();

            assertThat(sentry.span("chat gpt-4o").attributes().keySet()).noneMatch(key -> key.contains("cost"));
        }
    }

    @Test
    void partsThatNobodyCountedAreLeftOut() {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setPrices(PRICES))) {
            SentryAi.chat("our-model")
                    .setUsage(TokenUsage.builder().input(1_000).output(0).build())
                    .close();

            assertThat(sentry.span("chat our-model").attributes())
                    .containsEntry("gen_ai.cost.output_tokens", 0.0)
                    .doesNotContainKeys(
                            "gen_ai.cost.cache_read.input_tokens",
                            "gen_ai.cost.cache_creation.input_tokens",
                            "gen_ai.cost.reasoning.output_tokens");
        }
    }

    @Test
    void anAgentDoesNotCostAgainWhatItsCallsCost() {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setPrices(PRICES))) {
            SentryAi.invokeAgent("Weather")
                    .setModel("our-model")
                    .setUsage(USAGE)
                    .close();

            assertThat(sentry.span("invoke_agent Weather").attributes().keySet())
                    .noneMatch(key -> key.contains("cost"));
        }
    }

    @Test
    void whatHasNoPriceOrNoUsageHasNoCost() {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setPrices(PRICES))) {
            SentryAi.chat("unknown").setUsage(USAGE).close();
            SentryAi.chat("our-model").close();

            assertThat(sentry.flush().spans())
                    .hasSize(2)
                    .allSatisfy(span -> assertThat(span.attributes().keySet()).noneMatch(key -> key.contains("cost")));
        }
    }

    @Test
    void aCostThatTheApplicationSetStays() {
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setPrices(PRICES))) {
            SentryAi.chat("our-model")
                    .setUsage(USAGE)
                    .setAttribute(GenAiAttributes.COST_TOTAL_TOKENS, 42)
                    .close();

            assertThat(cost(sentry.span("chat our-model").attributes(), "gen_ai.cost.total_tokens"))
                    .isEqualTo(42);
            assertThat(sentry.span("chat our-model").attributes()).doesNotContainKey("gen_ai.cost.input_tokens");
        }
    }

    private static double cost(Map<String, Object> attributes, String key) {
        return ((Number) attributes.get(key)).doubleValue();
    }
}
