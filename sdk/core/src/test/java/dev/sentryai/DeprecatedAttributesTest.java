package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Messages;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.relay.Relay;
import dev.sentryai.telemetry.relay.StoredSpan;
import dev.sentryai.testing.SentrySession;
import io.sentry.ITransaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeprecatedAttributesTest {

    private static final List<String> INPUTS = List.of(
            "gen_ai.request.messages",
            "gen_ai.prompt",
            "gen_ai.request.available_tools",
            "gen_ai.system.message",
            "gen_ai.tool.input");
    private static final List<String> OUTPUTS =
            List.of("gen_ai.response.text", "gen_ai.response.tool_calls", "gen_ai.tool.output", "gen_ai.tool.message");

    private static SentrySession session(Consumer<SentryAiOptions> ai) {
        return SentrySession.streaming(ai.andThen(options -> options.setEmitDeprecatedAttributes(true)));
    }

    private static Consumer<SentryAiOptions> recording(boolean inputs, boolean outputs) {
        return ai -> {
            ai.setRecordInputs(inputs);
            ai.setRecordOutputs(outputs);
        };
    }

    private static void call(SentrySession sentry) {
        ITransaction transaction = sentry.transaction("GET /weather");
        try (AiSpan span = SentryAi.chat("gpt-4o")) {
            span.setProvider("openai")
                    .setSystemInstructions("Be brief.")
                    .setInputMessages(List.of(
                            Message.user("Weather?"),
                            Message.of("assistant", new Part.ToolCall("1", "weather", Map.of("city", "Paris"))),
                            Message.tool("1", "rainy")))
                    .setOutputMessages(List.of(Message.of(
                            "assistant",
                            new Part.Text("It rains."),
                            new Part.ToolCall("2", "umbrella", Map.of("open", true)))))
                    .setToolArguments(Map.of("city", "Paris"))
                    .setToolResult("rainy")
                    .setToolDefinitions(List.of(ToolDefinition.function("weather", null, null)))
                    .setFinishReasons("tool_calls");
        }
        transaction.finish();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oldServersGetTheShapesThatTheyKnow(boolean streaming) {
        try (SentrySession sentry = session(recording(true, true).andThen(ai -> ai.setStreamGenAiSpans(streaming)))) {
            call(sentry);

            assertThat(sentry.span("chat gpt-4o").attributes())
                    .containsEntry("gen_ai.system", "openai")
                    .containsEntry("gen_ai.system.message", "Be brief.")
                    .containsEntry(
                            "gen_ai.request.messages",
                            "[{\"role\":\"user\",\"content\":\"Weather?\"},"
                                    + "{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_call\",\"id\":\"1\","
                                    + "\"name\":\"weather\",\"arguments\":{\"city\":\"Paris\"}}]},"
                                    + "{\"role\":\"tool\",\"content\":[{\"type\":\"tool_call_response\",\"id\":\"1\","
                                    + "\"response\":\"rainy\",\"result\":\"rainy\"}]}]")
                    .containsEntry("gen_ai.response.text", "[\"It rains.\"]")
                    .containsEntry(
                            "gen_ai.response.tool_calls",
                            "[{\"type\":\"function_call\",\"id\":\"2\",\"name\":\"umbrella\",\"arguments\":{\"open\":true}}]")
                    .containsEntry("gen_ai.response.finish_reason", "tool_calls")
                    .containsEntry("gen_ai.tool.input", "{\"city\":\"Paris\"}")
                    .containsEntry("gen_ai.tool.output", "rainy");
        }
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    void theyAreRecordedWhereTodaysAre(boolean inputs, boolean outputs) {
        try (SentrySession sentry = session(recording(inputs, outputs))) {
            call(sentry);

            Map<String, Object> attributes = sentry.span("chat gpt-4o").attributes();
            assertThat(attributes.keySet().containsAll(INPUTS)).isEqualTo(inputs);
            assertThat(attributes.keySet().stream().anyMatch(INPUTS::contains)).isEqualTo(inputs);
            assertThat(attributes.keySet().containsAll(OUTPUTS)).isEqualTo(outputs);
            assertThat(attributes.keySet().stream().anyMatch(OUTPUTS::contains)).isEqualTo(outputs);
        }
    }

    @Test
    void theyAreFilteredOnce() {
        try (SentrySession sentry =
                session(recording(true, true).andThen(ai -> ai.setContentFilter(text -> text + "!")))) {
            SentryAi.chat("gpt-4o").setInput("Hi").setOutput("Ho").close();

            assertThat(sentry.span("chat gpt-4o").attributes())
                    .containsEntry("gen_ai.request.messages", "[{\"role\":\"user\",\"content\":\"Hi!\"}]")
                    .containsEntry("gen_ai.response.text", "[\"Ho!\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 150, 200})
    void theyAreNoLongerThanContentMayBe(int maxBytes) {
        try (SentrySession sentry = session(recording(true, true).andThen(ai -> ai.setMaxContentBytes(maxBytes)))) {
            call(sentry);

            Map<String, Object> attributes = sentry.span("chat gpt-4o").attributes();
            assertThat(attributes).containsKey("gen_ai.request.messages");
            assertThat(Stream.concat(INPUTS.stream(), OUTPUTS.stream()).filter(attributes::containsKey))
                    .hasSizeGreaterThanOrEqualTo(6)
                    .allSatisfy(key -> assertThat(attributes.get(key).toString().getBytes(StandardCharsets.UTF_8))
                            .as(key)
                            .hasSizeLessThanOrEqualTo(maxBytes));
        }
    }

    @Test
    void aServerThatKnowsBothMakesTodaysShapeOfTheFormer() {
        try (SentrySession sentry = session(recording(true, true)
                .andThen(ai -> ai.setBeforeSendSpan(span -> {
                    span.removeAttribute("gen_ai.input.messages");
                    span.removeAttribute("gen_ai.output.messages");
                    return span;
                })))) {
            call(sentry);

            SpanRecord sent = sentry.span("chat gpt-4o");
            Telemetry telemetry = sentry.server().telemetry();
            StoredSpan stored = new Relay(PriceTable.bundled())
                    .store(telemetry)
                    .of(sent)
                    .stored()
                    .orElseThrow();
            assertThat(stored.attributes())
                    .hasEntrySatisfying(
                            "gen_ai.input.messages",
                            messages -> assertThat(messages)
                                    .isEqualTo(Messages.toJson(List.of(
                                            Message.user("Weather?"),
                                            Message.of(
                                                    "assistant",
                                                    new Part.ToolCall("1", "weather", Map.of("city", "Paris"))),
                                            Message.tool("1", "rainy")))))
                    .hasEntrySatisfying(
                            "gen_ai.output.messages",
                            messages -> assertThat(messages)
                                    .asString()
                                    .contains("It rains.")
                                    .contains("\"type\":\"tool_call\"", "\"umbrella\""));
        }
    }
}
