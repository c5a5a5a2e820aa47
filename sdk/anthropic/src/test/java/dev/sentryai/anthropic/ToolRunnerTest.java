package dev.sentryai.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.helpers.BetaToolRunner;
import com.anthropic.models.beta.messages.BetaMessage;
import com.anthropic.models.beta.messages.MessageCreateParams;
import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.telemetry.SpanRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Runners of tools ask the model by themselves, as often as it wants tools. */
class ToolRunnerTest extends AnthropicBench {

    /** A tool that the library runs. */
    @JsonClassDescription("Tells the weather")
    public static final class GetWeather implements Supplier<String> {
        @JsonPropertyDescription("Where")
        public String city = "";

        @Override
        public String get() {
            return "Rain in " + city;
        }
    }

    private static final MessageCreateParams PARAMS = MessageCreateParams.builder()
            .model("claude-sonnet-4-5")
            .maxTokens(1000)
            .addUserMessage("Weather in Cologne?")
            .addTool(GetWeather.class)
            .build();

    @Test
    void eachQuestionOfARunnerIsACall() throws Exception {
        bench.answer(
                Reply.toolCall("call_1", "get_weather", "{\"city\":\"Cologne\"}"), Reply.text("It rains in Cologne"));

        List<BetaMessage> messages = bench.inTransaction(() -> {
            BetaToolRunner runner = client.beta().messages().toolRunner(PARAMS);
            List<BetaMessage> answers = new ArrayList<>();
            runner.forEach(answers::add);
            return answers;
        });

        assertThat(messages).hasSize(2);
        assertThat(bench.llm().requests()).hasSize(2);
        List<SpanRecord> spans = bench.telemetry().aiSpans();
        assertThat(spans)
                .extracting(SpanRecord::name)
                .containsExactly("chat claude-sonnet-4-5", "chat claude-sonnet-4-5");
        assertThat(spans.get(0).parentSpanId()).isEqualTo(spans.get(1).parentSpanId());
        assertThat(spans.get(1).finishReasons()).containsExactly("end_turn");
    }

    @Test
    void streamedQuestionsOfARunnerAreCallsToo() throws Exception {
        bench.answer(
                Reply.toolCall("call_1", "get_weather", "{\"city\":\"Cologne\"}"), Reply.text("It rains in Cologne"));

        bench.inTransaction(() -> {
            client.beta().messages().toolRunner(PARAMS).streaming().forEach(stream -> {
                try (stream) {
                    assertThat(stream.stream()).isNotEmpty();
                }
            });
            return null;
        });

        assertThat(bench.telemetry().aiSpans())
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.usage().output()).isPositive());
    }
}
