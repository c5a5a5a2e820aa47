package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.context.ContextBlock;
import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.json.JsonText;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Messages;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.envelope.EnvelopeWriter;
import dev.sentryai.testing.SentrySession;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // blocks are for their effect on what is inside
class ContentTest {

    private static final String SECRET = "ann@example.com";

    private static Consumer<SentryAiOptions> recording(Consumer<SentryAiOptions> ai) {
        return ai.andThen(options -> {
            options.setRecordInputs(true);
            options.setRecordOutputs(true);
        });
    }

    private static void recordEverything() {
        try (ContextBlock block = SentryAi.withAttributes(Map.of("gen_ai.prompt.variable.who", SECRET));
                AiSpan chat = SentryAi.chat("gpt-4o")) {
            chat.setInputMessages(List.of(
                            Message.user(SECRET),
                            Message.of("assistant", new Part.ToolCall("1", "mail", Map.of("to", SECRET))),
                            Message.of("tool", new Part.ToolCallResponse("1", "{\"sent\":\"" + SECRET + "\"}")),
                            Message.of("user", new Part.Other("note", Map.of("by", List.of(SECRET))))))
                    .setSystemInstructions("serve " + SECRET)
                    .setOutput("done, " + SECRET)
                    .setToolArguments(Map.of("to", SECRET, "card", 4111111111111111L))
                    .setToolResult(List.of(SECRET))
                    .setEmbeddingsInput(List.of(SECRET, "b"))
                    .setAttribute("gen_ai.prompt", SECRET);
            SentryAi.setDataNormalized(Sentry.getSpan(), "gen_ai.tool.output", SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void filterSeesAllContent(boolean streaming) {
        try (SentrySession sentry = SentrySession.streaming(recording(ai -> {
            ai.setStreamGenAiSpans(streaming);
            ai.setContentFilter(ContentFilter.standard());
        }))) {
            ITransaction transaction = sentry.transaction("GET /mail");
            recordEverything();
            ITransaction foreign = Sentry.startTransaction("foreign", "task");
            SentryAi.setDataNormalized(foreign, "gen_ai.input.messages", SECRET);
            foreign.finish();
            transaction.finish();

            SpanRecord span = sentry.span("chat gpt-4o");
            assertThat(sentry.server().envelopes())
                    .isNotEmpty()
                    .allSatisfy(received -> assertThat(EnvelopeWriter.toBytes(received.envelope()))
                            .asString(StandardCharsets.UTF_8)
                            .doesNotContain(SECRET));
            assertThat(span.attributes().values())
                    .noneMatch(value -> value.toString().contains(SECRET));
            assertThat(span.attributes())
                    .containsEntry("gen_ai.prompt.variable.who", "[email]")
                    .containsEntry("gen_ai.prompt", "[email]")
                    .containsEntry("gen_ai.embeddings.input", "[\"[email]\",\"b\"]")
                    .containsEntry("gen_ai.tool.call.result", "[\"[email]\"]");
            assertThat(span.inputMessages()).hasSize(4).first().isEqualTo(Message.user("[email]"));
            assertThat(span.attributes().get("gen_ai.tool.call.arguments").toString())
                    .contains("\"to\":\"[email]\"")
                    .contains("\"card\":\"[creditcard]\"");
            assertThat(sentry.span("foreign").attributes()).containsEntry("gen_ai.input.messages", "[email]");
        }
    }

    @Test
    void filterLeavesWhatIsNotContent() {
        try (SentrySession sentry = SentrySession.streaming(recording(ai -> ai.setContentFilter(text -> "*")))) {
            SentryAi.chat("gpt-4o")
                    .setInput("question")
                    .setOutput("answer")
                    .setProvider("openai")
                    .setAttribute("tenant", SECRET)
                    .close();

            SpanRecord span = sentry.span("chat gpt-4o");
            assertThat(span.inputMessages()).containsExactly(Message.user("*"));
            assertThat(span.outputMessages()).containsExactly(Message.assistant("*"));
            assertThat(span.attributes())
                    .containsEntry("gen_ai.provider.name", "openai")
                    .containsEntry("tenant", SECRET);
        }
    }

    @Test
    void textOnWhichTheFilterFailsIsNotSent() {
        try (SentrySession sentry = SentrySession.streaming(recording(ai -> ai.setContentFilter(text -> {
            throw new IllegalStateException(text);
        })))) {
            SentryAi.chat("gpt-4o").setInput(SECRET).setOutput(SECRET).close();

            SpanRecord span = sentry.span("chat gpt-4o");
            assertThat(span.inputMessages()).containsExactly(Message.user("[Filtered]"));
            assertThat(span.attributes().values())
                    .noneMatch(value -> value.toString().contains(SECRET));
            assertThat(sentry.logged())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line)
                            .contains("content filter failed with java.lang.IllegalStateException")
                            .doesNotContain(SECRET));
        }
    }

    @Test
    void filterSeesWhatLibrariesRecord() {
        try (SentrySession sentry =
                SentrySession.streaming(recording(ai -> ai.setContentFilter(ContentFilter.emailAddresses())))) {
            GenAiCall call = GenAiCall.start(
                    new Instrumentation("openai"),
                    () -> GenAiRequest.builder(GenAiOps.CHAT)
                            .model("gpt-4o")
                            .inputMessages(() -> List.of(Message.user(SECRET)))
                            .build());
            call.succeed(() -> GenAiResponse.builder()
                    .outputMessages(() -> List.of(Message.assistant(SECRET)))
                    .build());

            SpanRecord span = sentry.span("chat gpt-4o");
            assertThat(span.inputMessages()).containsExactly(Message.user("[email]"));
            assertThat(span.outputMessages()).containsExactly(Message.assistant("[email]"));
        }
    }

    @Test
    void longContentIsCutAndSaysSo() {
        List<Message> messages = IntStream.range(0, 50)
                .mapToObj(i -> Message.user(i + " \u20ac".repeat(20)))
                .toList();
        try (SentrySession sentry = SentrySession.streaming(recording(ai -> ai.setMaxContentBytes(1_000)))) {
            ITransaction transaction = sentry.transaction("GET /chat");
            SentryAi.chat("gpt-4o")
                    .setInputMessages(messages)
                    .setOutput("\uD83D\uDE00".repeat(1_000))
                    .setToolArguments(Map.of("short", "stays", "long", "x".repeat(5_000)))
                    .setToolResult("\u20ac".repeat(1_000))
                    .close();
            transaction.finish();

            Map<String, Object> attributes = sentry.span("chat gpt-4o").attributes();
            for (String key : List.of(
                    "gen_ai.input.messages",
                    "gen_ai.output.messages",
                    "gen_ai.tool.call.arguments",
                    "gen_ai.tool.call.result")) {
                String text = attributes.get(key).toString();
                assertThat(text.getBytes(StandardCharsets.UTF_8).length).as(key).isBetween(800, 1_000);
                assertThat(text).doesNotContain("\uFFFD");
            }
            assertThat(sentry.span("chat gpt-4o").inputMessages()).last().isEqualTo(messages.get(49));
            assertThat(JsonText.of(attributes.get("gen_ai.output.messages").toString()))
                    .isPresent();
            assertThat(JsonText.of(attributes.get("gen_ai.tool.call.arguments").toString()))
                    .isPresent();
            assertThat(attributes.get("gen_ai.tool.call.arguments").toString()).contains("\"short\":\"stays\"");
            assertThat(attributes.get("gen_ai.tool.call.result").toString()).endsWith("\u20ac...");
            assertThat(attributes)
                    .containsEntry("sentry.sdk_meta.gen_ai.input.messages.original_length", 50L)
                    .containsEntry("sentry.sdk_meta.gen_ai.tool.call.result.original_length", 3_000L)
                    .containsKeys(
                            "sentry.sdk_meta.gen_ai.output.messages.original_length",
                            "sentry.sdk_meta.gen_ai.tool.call.arguments.original_length");
        }
    }

    @Test
    void contentThatFitsSaysNothing() {
        try (SentrySession sentry = SentrySession.streaming(recording(ai -> ai.setMaxContentBytes(1_000)))) {
            ITransaction transaction = sentry.transaction("GET /chat");
            SentryAi.chat("gpt-4o").setInput("question").setOutput("answer").close();
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").attributes().keySet())
                    .noneMatch(key -> key.startsWith("sentry.sdk_meta"));
        }
    }

    @Test
    void whatIsCutIsFilteredBefore() {
        String key = "sk-" + "a".repeat(40);
        try (SentrySession sentry = SentrySession.streaming(recording(ai -> {
            ai.setMaxContentBytes(80);
            ai.setContentFilter(ContentFilter.credentials());
        }))) {
            ITransaction transaction = sentry.transaction("GET /chat");
            SentryAi.chat("gpt-4o")
                    .setInput("1234 " + key)
                    .setToolResult("x".repeat(60) + " " + key)
                    .close();
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").attributes().values())
                    .noneMatch(value -> value.toString().contains("sk-"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void limitIsPositive(int bytes) {
        assertThatThrownBy(() -> new SentryAiOptions().setMaxContentBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxContentBytes must be positive but was " + bytes);
    }

    @Test
    void messagesThatWereSetAsTextAreCountedWhenTheyAreCut() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {
            ai.setRecordInputs(true);
            ai.setMaxContentBytes(300);
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            List<Message> messages = Collections.nCopies(3, Message.user("x".repeat(500)));
            SentryAi.chat("gpt-4o")
                    .setAttribute("gen_ai.input.messages", Messages.toJson(messages))
                    .close();
            transaction.finish();

            assertThat(sentry.span("chat gpt-4o").attributes())
                    .containsEntry("sentry.sdk_meta.gen_ai.input.messages.original_length", 3L);
        }
    }
}
