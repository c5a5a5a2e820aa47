package dev.sentryai.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.genai.types.Content;
import com.google.genai.types.EmbedContentConfig;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GoogleSearch;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.Part;
import com.google.genai.types.Schema;
import com.google.genai.types.Tool;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Gap;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is special to Google's client. */
class GoogleGenAiTest {

    private final Bench<Connection> bench = new Bench<>(new GoogleGenAiProvider(false));
    private final TracedClient client = traced(bench);

    private static TracedClient traced(Bench<Connection> bench) {
        TracedClient traced = bench.client().traced();
        assertThat(traced).isNotNull();
        return traced;
    }

    @AfterEach
    void tearDown() {
        bench.verifySent();
        bench.close();
    }

    @Test
    void parametersAreRecorded() {
        GenerateContentConfig config = GenerateContentConfig.builder()
                .temperature(0.7f)
                .topP(0.9f)
                .topK(40f)
                .maxOutputTokens(256)
                .seed(7)
                .stopSequences("END")
                .build();

        client.models.generateContent("gemini-2.5-flash", "Hi", config);

        assertThat(bench.onlyAiSpan().attributes())
                .containsEntry(GenAiAttributes.REQUEST_TEMPERATURE, 0.7)
                .containsEntry(GenAiAttributes.REQUEST_TOP_P, 0.9)
                .containsEntry(GenAiAttributes.REQUEST_MAX_TOKENS, 256L)
                .containsEntry(GenAiAttributes.REQUEST_SEED, "7")
                .containsKeys(GenAiAttributes.REQUEST_TOP_K, GenAiAttributes.REQUEST_STOP_SEQUENCES);
    }

    @Test
    void everyWayToSayTheSameIsRecordedAlike() throws Exception {
        bench.recordContent();
        Content hi = Content.builder().role("user").parts(Part.fromText("Hi")).build();

        client.models.generateContent("gemini-2.5-flash", "Hi", null);
        client.models.generateContent("gemini-2.5-flash", hi, null);
        client.models.generateContentStream("gemini-2.5-flash", hi, null).forEach(chunk -> {});
        client.models.generateContentStream("gemini-2.5-flash", "Hi", null).forEach(chunk -> {});
        client.async.models.generateContent("gemini-2.5-flash", "Hi", null).get();
        client.async.models.generateContent("gemini-2.5-flash", hi, null).get();
        client.async
                .models
                .generateContentStream("gemini-2.5-flash", "Hi", null)
                .get()
                .forEach(chunk -> {});
        client.async
                .models
                .generateContentStream("gemini-2.5-flash", hi, null)
                .get()
                .forEach(chunk -> {});
        client.async
                .models
                .generateContentStream("gemini-2.5-flash", List.of(hi), null)
                .get()
                .forEach(chunk -> {});

        assertThat(bench.telemetry().aiSpans())
                .hasSize(9)
                .allSatisfy(span -> assertThat(span.inputMessages()).isEqualTo(List.of(Message.user("Hi"))));
    }

    @Test
    void chatRecordsTheConversationSoFar() throws Exception {
        bench.recordContent();
        bench.answer(Reply.text("Rainy"), Reply.text("Sunny"));
        TracedChat chat = client.chats.create("gemini-2.5-flash");

        chat.sendMessage("Weather?");
        chat.sendMessageStream("And tomorrow?").forEach(chunk -> {});

        assertThat(chat.getHistory(true)).hasSize(4);
        assertThat(bench.telemetry().aiSpans())
                .extracting(SpanRecord::inputMessages)
                .last()
                .isEqualTo(
                        List.of(Message.user("Weather?"), Message.assistant("Rainy"), Message.user("And tomorrow?")));
    }

    @Test
    void asynchronousChatRecordsItsSettings() throws Exception {
        bench.recordContent();
        GenerateContentConfig config = GenerateContentConfig.builder()
                .systemInstruction(Content.fromParts(Part.fromText("Be brief")))
                .build();
        TracedAsyncChat chat = client.async.chats.create("gemini-2.5-flash", config);

        chat.sendMessage("Weather?").get();

        assertThat(bench.onlyAiSpan().systemInstructions())
                .containsExactly(new dev.sentryai.protocol.message.Part.Text("Be brief"));
    }

    @Test
    void textsToEmbedAreRecorded() throws Exception {
        bench.leavesOut(Gap.USAGE, Gap.ANSWER_MODEL);
        bench.recordContent();

        client.models.embedContent("gemini-embedding-001", List.of("one", "two"), null);
        client.async
                .models
                .embedContent(
                        "gemini-embedding-001",
                        "three",
                        EmbedContentConfig.builder().build())
                .get();

        assertThat(bench.telemetry().aiSpans())
                .extracting(
                        SpanRecord::op,
                        span -> span.sent(GenAiAttributes.EMBEDDINGS_INPUT).orElse(null))
                .containsExactlyInAnyOrder(
                        tuple("gen_ai.embeddings", "[\"one\",\"two\"]"), tuple("gen_ai.embeddings", "three"));
    }

    @Test
    void tokensOfEmbeddingsAreAddedUp() {
        try (Bench<Connection> vertex = new Bench<>(new GoogleGenAiProvider(true))) {
            vertex.leavesOut(Gap.ANSWER_MODEL);
            vertex.llm().onEmbeddings().reply(Reply.text("unused").withUsage(21, 0));

            traced(vertex).models.embedContent("gemini-embedding-001", List.of("one", "two"), null);

            assertThat(vertex.onlyAiSpan().usage().input()).isEqualTo(42);
            vertex.verifySent();
        }
    }

    @Test
    void thoughtsAreReasoning() {
        bench.leavesOut(Gap.ANSWER_MODEL);
        bench.recordContent();
        bench.answer(Reply.json("""
                {"candidates": [{"finishReason": "STOP", "content": {"role": "model", "parts": [
                  {"text": "Let me see.", "thought": true}, {"text": "Rainy"}]}}],
                 "usageMetadata": {"promptTokenCount": 10, "toolUsePromptTokenCount": 5, "candidatesTokenCount": 3,
                  "thoughtsTokenCount": 4, "totalTokenCount": 22}}"""));

        client.models.generateContent("gemini-2.5-flash", "Weather?", null);

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.usage().input()).isEqualTo(15);
        assertThat(span.usage().output()).isEqualTo(7);
        assertThat(span.usage().reasoning()).isEqualTo(4);
        assertThat(span.outputMessages().get(0).parts())
                .containsExactly(
                        new dev.sentryai.protocol.message.Part.Reasoning("Let me see."),
                        new dev.sentryai.protocol.message.Part.Text("Rainy"));
    }

    @Test
    void codeThatGoogleRunsIsATool() {
        bench.leavesOut(Gap.USAGE, Gap.ANSWER_MODEL);
        bench.recordContent();
        bench.answer(Reply.json("""
                {"candidates": [{"finishReason": "STOP", "content": {"role": "model", "parts": [
                  {"executableCode": {"language": "PYTHON", "code": "print(42)"}},
                  {"codeExecutionResult": {"outcome": "OUTCOME_OK", "output": "42"}},
                  {"inlineData": {"mimeType": "image/png", "data": "Y2FuYXJ5"}}]}}]}"""));

        client.models.generateContent("gemini-2.5-flash", "Draw", null);

        assertThat(bench.onlyAiSpan().sent(GenAiAttributes.OUTPUT_MESSAGES).map(Object::toString))
                .hasValueSatisfying(messages -> assertThat(messages)
                        .contains("print(42)", "OUTCOME_OK", "[Blob substitute]")
                        .doesNotContain("Y2FuYXJ5"));
    }

    /** A tool that the client calls by itself. */
    public static String weather(String city) {
        return "21 degrees in " + city;
    }

    @Test
    void automaticFunctionCallingIsOneCall() throws Exception {
        bench.recordContent();
        bench.answer(Reply.toolCall("call_1", "weather", "{\"city\":\"Cologne\"}"), Reply.text("21 degrees"));
        Tool weather = Tool.builder()
                .functions(GoogleGenAiTest.class.getMethod("weather", String.class))
                .build();
        GenerateContentConfig config =
                GenerateContentConfig.builder().tools(weather).build();

        client.models.generateContent("gemini-2.5-flash", "Weather?", config);

        assertThat(bench.llm().requests()).hasSize(2);
        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.toolDefinitions()).extracting(ToolDefinition::name).containsExactly("weather");
        assertThat(span.outputMessages()).extracting(Message::role).containsExactly("assistant");
    }

    @Test
    void blockedPromptSaysWhy() {
        bench.leavesOut(Gap.USAGE, Gap.ANSWER_MODEL);
        bench.answer(Reply.json("{\"promptFeedback\": {\"blockReason\": \"PROHIBITED_CONTENT\"}}"));

        client.models.generateContent("gemini-2.5-flash", "Do harm", null);

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.finishReasons()).containsExactly("PROHIBITED_CONTENT");
        assertThat(span.status()).isEqualTo("ok");
    }

    @Test
    void toolsOfGoogleAreNamedAndSchemasAreJsonSchema() {
        bench.recordContent();
        Schema days =
                Schema.builder().type("INTEGER").nullable(true).minimum(1.0).build();
        Tool declared = Requests.tool("weather", Map.of("days", days));
        Tool search =
                Tool.builder().googleSearch(GoogleSearch.builder().build()).build();

        client.models.generateContent(
                "gemini-2.5-flash",
                "Hi",
                GenerateContentConfig.builder().tools(declared, search).build());

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.toolDefinitions())
                .extracting(ToolDefinition::type)
                .containsExactly("function", "google_search");
        assertThat(span.sent(GenAiAttributes.TOOL_DEFINITIONS).orElseThrow().toString())
                .contains("[\"integer\",\"null\"]", "\"minimum\":1");
    }

    @Test
    void requestThatGoesElsewhereNamesItsServer() {
        TracedClient untold = SentryGoogleGenAi.wrap(bench.bare().client());
        HttpOptions here = HttpOptions.builder().baseUrl(bench.llm().baseUrl()).build();

        untold.models.generateContent("gemini-2.5-flash", "Hi", null);
        untold.models.generateContent(
                "gemini-2.5-flash",
                "Hi",
                GenerateContentConfig.builder().httpOptions(here).build());

        assertThat(bench.telemetry().aiSpans())
                .extracting(span -> span.sent("server.address").isPresent())
                .containsExactlyInAnyOrder(false, true);
    }

    @Test
    void originalIsNotRecorded() {
        client.original().models.generateContent("gemini-2.5-flash", "Hi", null);

        assertThat(bench.telemetry().aiSpans()).isEmpty();
    }

    @Test
    void blankProviderNameIsRefused() {
        assertThatThrownBy(() -> GoogleGenAiOptions.defaults().withProviderName(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("providerName must not be blank");
    }
}
