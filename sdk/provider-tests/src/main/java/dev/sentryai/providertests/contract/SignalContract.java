package dev.sentryai.providertests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Question;
import dev.sentryai.telemetry.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Metrics tell of every call, also of those of which no span is sent.
 *
 * @param <C> the type of the provider's client
 */
public interface SignalContract<C> extends Benched<C> {

    /** An answer of which no span is sent is counted, with its tokens. */
    @Test
    default void unsampledAnswerIsCounted() throws Exception {
        countUnsampledCalls();
        bench().answer(Reply.text("Hello").withUsage(100, 40));

        bench().inTransaction(() -> bench().provider().ask(bench().client(), Question.of("Hi")));

        assertThat(counted())
                .containsEntry("calls ok", 1.0)
                .containsEntry("input", 100.0)
                .containsEntry("output", 40.0);
        assertThat(bench().telemetry().spans()).isEmpty();
    }

    /** A stream of which no span is sent is counted at its end, with its tokens. */
    @Test
    default void unsampledStreamIsCounted() throws Exception {
        countUnsampledCalls();
        bench().answer(Reply.text("one two three").withUsage(100, 40));

        bench().inTransaction(() -> {
            try (AnswerStream answer = bench().provider().stream(bench().client(), Question.of("Hi"))) {
                return answer.readAll();
            }
        });

        assertThat(counted())
                .containsEntry("calls ok", 1.0)
                .containsEntry("input", 100.0)
                .containsEntry("output", 40.0);
    }

    /** A stream of which no span is sent and which is closed early is counted once. */
    @Test
    default void unsampledStreamThatIsClosedEarlyIsCounted() throws Exception {
        countUnsampledCalls();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        bench().answer(Reply.text("ignored").withChunks("one ", "two ", "three").holdAfterChunks(2, gate));

        bench().inTransaction(() -> {
            try (AnswerStream answer = bench().provider().stream(bench().client(), Question.of("Hi"))) {
                return answer.texts().next();
            }
        });
        gate.complete(null);

        assertThat(counted()).containsEntry("calls ok", 1.0);
    }

    private void countUnsampledCalls() {
        bench().configure(
                        options -> {
                            options.setTracesSampleRate(0.0);
                            options.setShutdownTimeoutMillis(0);
                        },
                        ai -> ai.setEmitMetrics(true));
    }

    /** Returns sums: of calls by status, of tokens by their type. */
    private Map<String, Double> counted() {
        Map<String, Double> sums = new HashMap<>();
        bench().telemetry().items().stream()
                .filter(item -> item.type().equals("trace_metric"))
                .map(item -> (JsonObject) item.item().json())
                .flatMap(container -> container.array("items").stream())
                .map(JsonObject.class::cast)
                .forEach(metric -> count(metric, sums));
        return sums;
    }

    private static void count(JsonObject metric, Map<String, Double> sums) {
        JsonObject attributes = metric.object("attributes");
        String name = metric.string("name").orElseThrow();
        if (name.equals("gen_ai.calls") && metric.get("value") instanceof Number calls) {
            sums.merge("calls " + attributes.object("status").get("value"), calls.doubleValue(), Double::sum);
        }
        if (name.equals("gen_ai.token_usage") && metric.get("value") instanceof Number tokens) {
            sums.merge(
                    attributes.object("gen_ai.token.type").string("value").orElseThrow(),
                    tokens.doubleValue(),
                    Double::sum);
        }
    }
}
