package dev.sentryai.telemetry.cost;

import static dev.sentryai.telemetry.cost.CostSamples.span;
import static dev.sentryai.telemetry.cost.CostSamples.spans;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.Telemetry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostEstimatorTest {

    private static final CostEstimator ESTIMATOR =
            new CostEstimator(PriceTable.parse("test", "small 1 2\nlarge 10 20 5 15"));

    private static final Telemetry RUN = spans(
            span("r", "", "gen_ai.invoke_agent", "gen_ai.agent.name", "boss", "gen_ai.conversation.id", "c1"),
            span("1", "r", "gen_ai.chat", "gen_ai.response.model", "large", "gen_ai.usage.input_tokens", "1000000"),
            span("t", "r", "gen_ai.execute_tool", "gen_ai.tool.name", "ask_helper"),
            span("h", "t", "gen_ai.invoke_agent", "gen_ai.agent.name", "helper", "gen_ai.usage.input_tokens", "9"),
            span("2", "h", "gen_ai.chat", "gen_ai.request.model", "small", "gen_ai.usage.output_tokens", "1000000"),
            span("3", "h", "gen_ai.chat", "gen_ai.response.model", "own", "gen_ai.usage.output_tokens", "5"),
            span(
                    "4",
                    "",
                    "gen_ai.chat",
                    "gen_ai.response.model",
                    "small-2026-01-01",
                    "gen_ai.usage.input_tokens",
                    "500000"),
            span("5", "", "gen_ai.chat", "gen_ai.response.model", "small"));

    @Test
    void aCallCostsWhatItsModelCosts() {
        CallCost cost = ESTIMATOR.estimate(RUN.spans().get(1)).orElseThrow();

        assertThat(cost.model()).isEqualTo("large");
        assertThat(cost.modelIsAssumed()).isFalse();
        assertThat(cost.cost().total()).isCloseTo(10, within(1e-9));
    }

    @Test
    void withoutTheModelThatAnsweredTheOneAskedForCounts() {
        CallCost cost = ESTIMATOR.estimate(RUN.spans().get(4)).orElseThrow();

        assertThat(cost.model()).isEqualTo("small");
        assertThat(cost.modelIsAssumed()).isTrue();
        assertThat(cost.cost().total()).isCloseTo(2, within(1e-9));
    }

    @Test
    void onlyCallsOfModelsHaveACost() {
        assertThat(ESTIMATOR.estimate(RUN.spans().get(0))).isEmpty();
        assertThat(ESTIMATOR.estimate(RUN.spans().get(2))).isEmpty();
    }

    @Test
    void aTraceCostsWhatItsCallsCost() {
        CostEstimate estimate = ESTIMATOR.estimate(RUN.traces().get(0).spans());

        assertThat(estimate.cost().total()).isCloseTo(12.5, within(1e-9));
        assertThat(estimate.calls()).isEqualTo(5);
        assertThat(estimate.pricedCalls()).isEqualTo(3);
        assertThat(estimate.isKnown()).isTrue();
        assertThat(estimate.unpricedModels()).containsExactly("own");
        assertThat(estimate.assumedModels()).containsExactly("small");
    }

    @Test
    void nothingCostsNothingKnown() {
        assertThat(ESTIMATOR.estimate(List.of())).isEqualTo(CostEstimate.NONE);
        assertThat(CostEstimate.NONE.isKnown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "MODEL, large=10.0 small=2.0 own=0.0 small-2026-01-01=0.5",
        "AGENT, boss=10.0 helper=2.0 -=0.5",
        "TOOL, -=10.5 ask_helper=2.0",
        "CONVERSATION, c1=12.0 -=0.5",
        "OPERATION, gen_ai.chat=12.5",
        "PROVIDER, -=12.5"
    })
    void everyCallIsInOneGroup(Dimension by, String expected) {
        Map<Optional<String>, CostEstimate> estimates = ESTIMATOR.estimate(RUN, by);

        assertThat(estimates.entrySet().stream()
                        .map(group -> group.getKey().orElse("-") + "="
                                + Math.round(group.getValue().cost().total() * 1e9) / 1e9)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
        assertThat(estimates.values().stream().mapToInt(CostEstimate::calls).sum())
                .isEqualTo(5);
    }

    @Test
    void parentsThatGoRoundInCirclesHaveAnEnd() {
        Telemetry circle = spans(
                span("a", "b", "gen_ai.chat", "gen_ai.response.model", "small"),
                span("b", "a", "gen_ai.chat", "gen_ai.response.model", "small"));

        assertThat(ESTIMATOR.estimate(circle, Dimension.AGENT)).containsOnlyKeys(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "0, $0",
        "12.3, $12.30",
        "1, $1.00",
        "0.9994, $0.999",
        "0.99999, $1",
        "0.0123456, $0.0123",
        "0.000000012345, $0.0000000123",
        "0.5, $0.5",
        "-0.0013, -$0.0013",
        "-2.345, -$2.35",
        "1234567.891, $1234567.89"
    })
    void amountsAreReadable(double amount, String text) {
        assertThat(Dollars.text(amount)).isEqualTo(text);
    }
}
