package dev.sentryai.protocol.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sentryai.protocol.TokenUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPriceTest {

    private static final ModelPrice PRICE = ModelPrice.perMillionTokens(2, 10, 0.5, 2.5, 40);

    @ParameterizedTest
    @CsvSource({
        // input, output, cache read, cache creation, reasoning: cost of input, output, and of the last three
        "1000000,       0,      0,      0,       0,  2,    0,   0,    0,    0",
        "      0, 1000000,      0,      0,       0,  0,   10,   0,    0,    0",
        "1000000,       0, 400000,      0,       0,  1.4,  0,   0.2,  0,    0",
        "1000000,       0,      0, 400000,       0,  2.2,  0,   0,    1,    0",
        "1000000,       0, 600000, 400000,       0,  1.3,  0,   0.3,  1,    0",
        "      0, 1000000,      0,      0,  500000,  0,   25,   0,    0,   20",
        "1000000, 1000000, 200000, 200000, 1000000,  1.8, 40,   0.1,  0.5, 40",
        "    100,        ,       ,       ,        ,  0.0002, 0, 0,    0,    0",
        "       ,     100,       ,       ,        ,  0,  0.001, 0,    0,    0"
    })
    void everyKindOfTokenHasItsRate(
            Long input,
            Long output,
            Long cacheRead,
            Long cacheCreation,
            Long reasoning,
            double inputCost,
            double outputCost,
            double readCost,
            double creationCost,
            double reasoningCost) {
        TokenUsage usage = new TokenUsage(input, output, cacheRead, cacheCreation, reasoning, null);

        Cost cost = PRICE.costOf(usage).orElseThrow();

        assertThat(cost.input()).isCloseTo(inputCost, within(1e-12));
        assertThat(cost.output()).isCloseTo(outputCost, within(1e-12));
        assertThat(cost.total()).isCloseTo(inputCost + outputCost, within(1e-12));
        assertThat(cost.cacheRead()).isCloseTo(readCost, within(1e-12));
        assertThat(cost.cacheCreation()).isCloseTo(creationCost, within(1e-12));
        assertThat(cost.reasoning()).isCloseTo(reasoningCost, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({", , ", "0, 0, 5", "-1, 0, ", "0, , ", ", -3, "})
    void withoutInputAndOutputThereIsNoCost(Long input, Long output, Long reasoning) {
        assertThat(PRICE.costOf(new TokenUsage(input, output, null, null, reasoning, 100L)))
                .isEmpty();
    }

    @Test
    void reasoningWithoutARateOfItsOwnCostsAsMuchAsOutput() {
        ModelPrice price = ModelPrice.perMillionTokens(2, 10);

        Cost cost = price.costOf(TokenUsage.builder()
                        .output(1_000_000)
                        .reasoning(250_000)
                        .build())
                .orElseThrow();

        assertThat(cost.output()).isCloseTo(10, within(1e-12));
        assertThat(cost.reasoning()).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void cachedTokensWithoutARateAreFree() {
        ModelPrice price = ModelPrice.perMillionTokens(2, 10);

        Cost cost = price.costOf(
                        TokenUsage.builder().input(1_000_000).cacheRead(250_000).build())
                .orElseThrow();

        assertThat(cost.input()).isCloseTo(1.5, within(1e-12));
        assertThat(cost.cacheRead()).isZero();
    }

    @Test
    void negativeCostsAreKept() {
        Cost cost = PRICE.costOf(TokenUsage.builder()
                        .input(100)
                        .output(10)
                        .cacheRead(1_000)
                        .build())
                .orElseThrow();

        assertThat(cost.input()).isCloseTo(-0.0013, within(1e-12));
        assertThat(cost.total()).isCloseTo(-0.0012, within(1e-12));
    }

    @Test
    void hugeCountsDoNotOverflow() {
        Cost cost = PRICE.costOf(new TokenUsage(Long.MIN_VALUE, 1L, Long.MAX_VALUE, Long.MAX_VALUE, null, null))
                .orElseThrow();

        assertThat(cost.input()).isNegative().isFinite();
    }

    @Test
    void costsAddUp() {
        Cost one = new Cost(1, 2, 3, 0.5, 0.25, 0.125);

        assertThat(Cost.ZERO.plus(one).plus(one)).isEqualTo(new Cost(2, 4, 6, 1, 0.5, 0.25));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
    void badRatesAreRefused(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelPrice(0, 0, rate, 0, 0, null))
                .withMessage("cacheRead must be a finite number not below zero but was " + rate);
    }

    @Test
    void aContextWindowMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PRICE.withContextWindow(0L))
                .withMessage("contextWindow must be positive but was 0");
        assertThat(PRICE.withContextWindow(8L).contextWindow()).isEqualTo(8);
    }
}
