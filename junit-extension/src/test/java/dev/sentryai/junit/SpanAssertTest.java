package dev.sentryai.junit;

import static dev.sentryai.junit.SentryAiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.Telemetry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

class SpanAssertTest {

    private static final Telemetry RUN = Captures.failedRun();

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void assertionHoldsOnlyForWhatWasSent(
            String what,
            UnaryOperator<SpanAssert> right,
            UnaryOperator<SpanAssert> wrong,
            String expected,
            String actual) {
        SpanAssert chat = assertThat(RUN).chat(0);

        assertThat(right.apply(chat)).isSameAs(chat);
        assertThatThrownBy(() -> wrong.apply(chat))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("Unexpected " + what + " of gen_ai.chat \"chat gpt-4o\"\n")
                .message()
                .contains("\n  expected:  " + expected + "\n")
                .contains("\n  actual:    " + actual + "\n");
    }

    static Stream<Arguments> assertionHoldsOnlyForWhatWasSent() {
        return Stream.of(
                facts("op", a -> a.hasOp("gen_ai.chat"), a -> a.hasOp("ai.chat"), "\"ai.chat\"", "\"gen_ai.chat\""),
                facts("name", a -> a.hasName("chat gpt-4o"), a -> a.hasName("chat"), "\"chat\"", "\"chat gpt-4o\""),
                facts(
                        "origin",
                        a -> a.hasOrigin("auto.ai.openai"),
                        a -> a.hasOrigin("x"),
                        "\"x\"",
                        "\"auto.ai.openai\""),
                facts("status", a -> a.hasStatus("ok"), a -> a.hasStatus("aborted"), "\"aborted\"", "\"ok\""),
                facts("model", a -> a.hasModel("gpt-4o"), a -> a.hasModel("gpt-5"), "\"gpt-5\"", "\"gpt-4o\""),
                facts(
                        "response model",
                        a -> a.hasResponseModel("gpt-4o-2024-08-06"),
                        a -> a.hasResponseModel("gpt-4o"),
                        "\"gpt-4o\"",
                        "\"gpt-4o-2024-08-06\""),
                facts(
                        "provider",
                        a -> a.hasProvider("openai"),
                        a -> a.hasProvider("cohere"),
                        "\"cohere\"",
                        "\"openai\""),
                facts(
                        "conversation id",
                        a -> a.hasConversationId("conv-1"),
                        a -> a.hasConversationId("conv-2"),
                        "\"conv-2\"",
                        "\"conv-1\""),
                facts(
                        "finish reasons",
                        a -> a.hasFinishReasons("tool_call"),
                        a -> a.hasFinishReasons("stop", "tool_call"),
                        "[\"stop\", \"tool_call\"]",
                        "[\"tool_call\"]"),
                facts("input tokens", a -> a.hasInputTokens(120), a -> a.hasInputTokens(20), "20", "120"),
                facts("output tokens", a -> a.hasOutputTokens(30), a -> a.hasOutputTokens(31), "31", "30"),
                facts("cache read tokens", a -> a.hasCacheReadTokens(100), a -> a.hasCacheReadTokens(0), "0", "100"),
                facts("reasoning tokens", a -> a.hasReasoningTokens(7), a -> a.hasReasoningTokens(8), "8", "7"),
                facts("total tokens", a -> a.hasTotalTokens(150), a -> a.hasTotalTokens(120), "120", "150"),
                facts(
                        "input messages",
                        a -> a.hasInputMessages(Message.user("Weather in Cologne?")),
                        a -> a.hasInputMessages(Message.system("Weather in Cologne?")),
                        "\"[{\"role\":\"system\",\"parts\":[{\"type\":\"text\",\"content\":\"Weather in Cologne?\"}]}]\"",
                        "\"[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Weather in Cologne?\"}]}]\""),
                facts(
                        "output messages",
                        a -> a.hasOutputMessages(Message.assistant("Let me look.")),
                        a -> a.hasOutputMessages(),
                        "\"[]\"",
                        "\"[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"Let me look.\"}]}]\""),
                facts(
                        "input text",
                        a -> a.hasInputText("Weather in Cologne?"),
                        a -> a.hasInputText("Weather"),
                        "\"Weather\"",
                        "[\"Weather in Cologne?\"]"),
                facts(
                        "output text",
                        a -> a.hasOutputText("Let me look."),
                        a -> a.hasOutputText("21"),
                        "\"21\"",
                        "[\"Let me look.\"]"),
                facts(
                        "system instruction",
                        a -> a.hasSystemInstruction("Be brief."),
                        a -> a.hasSystemInstruction("Be long."),
                        "\"Be long.\"",
                        "[\"Be brief.\"]"),
                facts(
                        "attribute gen_ai.request.temperature",
                        a -> a.hasAttribute("gen_ai.request.temperature", 0.5f),
                        a -> a.hasAttribute("gen_ai.request.temperature", "0.5"),
                        "\"0.5\"",
                        "0.5"),
                facts(
                        "attribute gen_ai.provider.name",
                        a -> a.doesNotHaveAttribute("gen_ai.system"),
                        a -> a.doesNotHaveAttribute("gen_ai.provider.name"),
                        "(absent)",
                        "\"openai\""),
                facts(
                        "name of the parent",
                        a -> a.hasParent("invoke_agent Concierge"),
                        a -> a.hasParent("POST /ask"),
                        "\"POST /ask\"",
                        "\"invoke_agent Concierge\""),
                facts("number of children", a -> a.hasChildCount(0), a -> a.hasChildCount(1), "1", "0"));
    }

    private static Arguments facts(
            String what,
            UnaryOperator<SpanAssert> right,
            UnaryOperator<SpanAssert> wrong,
            String expected,
            String actual) {
        return Arguments.of(what, right, wrong, expected, actual);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsAbsentSatisfiesNothing(String what, Consumer<SpanAssert> assertion) {
        Telemetry bare = Captures.telemetry(Captures.transaction(Captures.span("a1", "b1", "gen_ai.chat", "chat", 1)));

        assertThatThrownBy(() -> assertion.accept(assertThat(bare).chat()))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("Unexpected " + what)
                .hasMessageContaining("actual:    (absent)\n");
    }

    static Stream<Arguments> whatIsAbsentSatisfiesNothing() {
        return Stream.of(
                absent("model", a -> a.hasModel("null")),
                absent("response model", a -> a.hasResponseModel("")),
                absent("provider", a -> a.hasProvider("openai")),
                absent("agent name", a -> a.hasAgentName("x")),
                absent("conversation id", a -> a.hasConversationId("x")),
                absent("finish reasons", SpanAssert::hasFinishReasons),
                absent("input tokens", a -> a.hasInputTokens(0)),
                absent("output tokens", a -> a.hasOutputTokens(0)),
                absent("cache read tokens", a -> a.hasCacheReadTokens(0)),
                absent("reasoning tokens", a -> a.hasReasoningTokens(0)),
                absent("total tokens", a -> a.hasTotalTokens(0)),
                absent("input messages", SpanAssert::hasInputMessages),
                absent("output messages", SpanAssert::hasOutputMessages),
                absent("input text", a -> a.hasInputText("")),
                absent("output text", a -> a.hasOutputText("")),
                absent("system instruction", a -> a.hasSystemInstruction("")),
                absent("tool name", a -> a.hasToolName("weather")),
                absent("tool arguments", a -> a.hasToolArguments("null")),
                absent("tool result", a -> a.hasToolResult("null")),
                absent("attribute x", a -> a.hasAttribute("x")),
                absent("attribute x", a -> a.hasAttribute("x", "null")),
                absent("name of the parent", a -> a.hasParent("null")),
                absent("child", a -> a.child("null")));
    }

    private static Arguments absent(String what, Consumer<SpanAssert> assertion) {
        return Arguments.of(what, assertion);
    }

    @Test
    void toolIsComparedAsJson() {
        SpanAssert tool = assertThat(RUN).tool("weather");

        assertThat(tool.hasToolName("weather")
                        .hasToolArguments("{ \"days\": 1.0, \"city\": \"Cologne\" }")
                        .hasToolResult("21 degrees")
                        .hasAttribute("gen_ai.tool.name"))
                .isSameAs(tool);
        assertThatThrownBy(() -> tool.hasToolArguments("{\"city\":\"Bonn\",\"days\":1}"))
                .hasMessageStartingWith("Unexpected tool arguments of gen_ai.execute_tool")
                .hasMessageContaining("  expected:  \"{\"city\":\"Bonn\",\"days\":1}\"\n")
                .hasMessageContaining("  actual:    \"{\"city\":\"Cologne\",\"days\":1}\"\n");
        assertThatThrownBy(() -> tool.hasToolResult("21")).hasMessageContaining("actual:    \"21 degrees\"");
        assertThatThrownBy(() -> tool.hasToolName("Weather")).hasMessageContaining("actual:    \"weather\"");
    }

    @Test
    void failureShowsThePlaceInTheTreeAndTheTree() {
        assertThatThrownBy(() -> assertThat(RUN).chat(1).hasInputTokens(181))
                .hasMessage("""
                Unexpected input tokens of gen_ai.chat "chat gpt-4o"
                  expected:  181
                  actual:    180
                  span:      http.server "POST /ask" > gen_ai.invoke_agent "invoke_agent Concierge" > gen_ai.chat "chat gpt-4o"
                  sent in:   %s

                %s""", RUN.spans().get(4).location(), markedTree());
    }

    private static String markedTree() {
        return String.join("\n", TreeText.of(RUN, RUN.spans().get(4), 30));
    }

    @Test
    void failureMarksTheSpanAmongItsEquals() {
        assertThatThrownBy(() -> assertThat(RUN).chat(1).hasInputTokens(181)).satisfies(failure -> {
            List<String> lines = failure.getMessage().lines().toList();
            assertThat(lines.get(lines.size() - 1)).contains("gen_ai.chat").endsWith("   <-- this span");
            assertThat(lines.stream().filter(line -> line.endsWith("<-- this span")))
                    .hasSize(1);
        });
    }

    @Test
    void failureCarriesBothSidesForTheIde() {
        assertThatThrownBy(() -> assertThat(RUN).chat(0).hasModel("gpt-5"))
                .isInstanceOfSatisfying(AssertionFailedError.class, failure -> {
                    assertThat(failure.getExpected().getStringRepresentation()).isEqualTo("\"gpt-5\"");
                    assertThat(failure.getActual().getStringRepresentation()).isEqualTo("\"gpt-4o\"");
                });
    }

    @Test
    void failureOfAbsentAttributeNamesWhatWasSent() {
        assertThatThrownBy(() -> assertThat(RUN).tool("weather").hasAttribute("gen_ai.tool.nmae", "weather"))
                .message()
                .contains("  sent keys: ")
                .contains("gen_ai.tool.name");
    }

    @Test
    void failureFitsOnAScreen() {
        assertThatThrownBy(() -> assertThat(Captures.longRun(200)).chat(100).hasModel("x"))
                .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSizeLessThanOrEqualTo(40))
                .hasMessageContaining("lines above")
                .hasMessageContaining("number-100")
                .hasMessageContaining("lines below");
    }

    @Test
    void failureIsFreeOfControlCharacters() {
        Telemetry hostile = Captures.telemetry(Captures.transaction(Captures.with(
                Captures.span("a1", "b1", "gen_ai.chat", "chat \u001b[31mred\u202e", 1),
                Map.of("gen_ai.request.model", "gpt\u0007\u001b]0;title\u0007", "k\u001b[0m\ney", 1))));

        assertThatThrownBy(() -> assertThat(hostile).chat().hasModel("\u001b[1mgpt"))
                .satisfies(failure ->
                        assertThat(failure.getMessage().replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\u202e]"));
        assertThatThrownBy(() -> assertThat(hostile).chat().hasProvider("openai"))
                .satisfies(failure ->
                        assertThat(failure.getMessage().replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\u202e]"));
    }

    @Test
    void failureShowsWhereLongTextsDiffer() {
        String same = "x".repeat(1000);
        Telemetry wordy = Captures.telemetry(Captures.transaction(Captures.with(
                Captures.span("a1", "b1", "gen_ai.chat", "chat", 1), Map.of("gen_ai.request.model", same + "A"))));

        assertThatThrownBy(() -> assertThat(wordy).chat().hasModel(same + "B"))
                .hasMessageContaining("  expected:  …" + "x".repeat(40) + "B\"\n")
                .hasMessageContaining("  actual:    …" + "x".repeat(40) + "A\"\n");
    }

    @Test
    void descriptionComesFirst() {
        assertThatThrownBy(() -> assertThat(RUN).chat(0).as("the first call").hasModel("gpt-5"))
                .hasMessageStartingWith("[the first call] Unexpected model");
    }

    @Test
    void navigationFollowsTheTree() {
        assertThat(RUN)
                .chat(0)
                .parent()
                .hasOp("gen_ai.invoke_agent")
                .hasChildCount(3)
                .hasAgentName("Concierge");
        assertThat(RUN).agent("Concierge").child("execute_tool weather").hasToolName("weather");
        assertThat(RUN).agent("Concierge").parent().hasName("POST /ask").hasNoParent();
    }

    @Test
    void navigationFailsWithoutATarget() {
        assertThatThrownBy(() -> assertThat(RUN).span("http.server").parent())
                .hasMessageStartingWith("Unexpected parent of http.server \"POST /ask\"\n")
                .hasMessageContaining("actual:    (absent)");
        assertThatThrownBy(() -> assertThat(RUN).agent("Concierge").child("chat gpt-4o"))
                .hasMessageStartingWith("Unexpected child of gen_ai.invoke_agent")
                .hasMessageContaining("  expected:  one named \"chat gpt-4o\"\n")
                .hasMessageContaining("  actual:    gen_ai.chat \"chat gpt-4o\", gen_ai.execute_tool");
    }

    @Test
    void spanWithAParentFailsToHaveNone() {
        assertThatThrownBy(() -> assertThat(RUN).agent("Concierge").hasNoParent())
                .hasMessageStartingWith("Unexpected parent of gen_ai.invoke_agent")
                .hasMessageContaining("  actual:    \"b000000000000001\"");
    }

    @Test
    void errorOfTheSpanIsFound() {
        assertThat(RUN).tool("weather").error().hasMessage("no such city");

        assertThatThrownBy(() -> assertThat(RUN).chat(0).error())
                .hasMessageStartingWith("Unexpected error event of gen_ai.chat")
                .hasMessageContaining("  expected:  1 error\n  actual:    0 errors, of 1 captured\n");
    }

    @Test
    void contentIsNoticed() {
        SpanAssert silent = assertThat(RUN).chat(1);

        assertThat(silent.hasNoContent()).isSameAs(silent);
        assertThatThrownBy(() -> assertThat(RUN).chat(0).hasNoContent())
                .hasMessageContaining("  expected:  no content\n")
                .hasMessageContaining(
                        "actual:    gen_ai.input.messages, gen_ai.output.messages, gen_ai.system_instructions");
    }

    @Test
    void contentUnderOldNamesIsNoticed() {
        Telemetry old = Captures.telemetry(Captures.transaction(Captures.with(
                Captures.span("a1", "b1", "gen_ai.chat", "chat", 1),
                Map.of("gen_ai.prompt", "[{\"role\":\"user\",\"content\":\"Hi\"}]", "gen_ai.tool.input", "{}"))));

        assertThatThrownBy(() -> assertThat(old).chat().hasNoContent())
                .hasMessageContaining("actual:    gen_ai.input.messages, gen_ai.tool.call.arguments");
    }

    @Test
    void streamingMustBeSaid() {
        SpanAssert streamed = assertThat(RUN).chat(0);

        assertThat(streamed.isStreaming()).isSameAs(streamed);
        assertThatThrownBy(() -> assertThat(RUN).chat(1).isStreaming())
                .hasMessageContaining("  expected:  true\n  actual:    false\n");
    }

    @Test
    void messagesAreComparedWhole() {
        assertThatThrownBy(() -> assertThat(RUN)
                        .chat(0)
                        .hasOutputMessages(Message.of("assistant", new Part.Text("Let me look."), new Part.Text("!"))))
                .hasMessageStartingWith("Unexpected output messages");
    }

    @Test
    void spanAloneIsShownAlone() {
        assertThatThrownBy(() -> assertThat(RUN.spans().get(4)).hasModel("gpt-5"))
                .hasMessageContaining("  span:      gen_ai.chat \"chat gpt-4o\"\n")
                .satisfies(failure -> assertThat(
                                failure.getMessage().lines().filter(line -> line.contains("gen_ai.chat  gpt-4o")))
                        .hasSize(1));
    }

    @Test
    void spanAloneHasNoRelatives() {
        assertThatThrownBy(() -> assertThat(RUN.spans().get(4)).parent())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Of a span alone neither parent nor children nor errors are known."
                        + " Start from the telemetry: assertThat(telemetry).span(op)");
    }
}
