package dev.sentryai.format.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.format.FormatTest;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleFormatTest extends FormatTest {

    private static final String ASKED = """
            {"contents":[{"role":"user","parts":[{"text":"Weather?"}]}]}""";

    @Override
    protected GenAiRequest.Builder carried(GenAiRequest.Builder request) {
        return super.carried(request).model("gemini-test");
    }

    /** Google takes both spellings. */
    @ParameterizedTest
    @ValueSource(strings = {"""
            {"generationConfig":{"temperature":0.5,"topP":0.25,"topK":40,"maxOutputTokens":100,"seed":7,"stopSequences":["END"],
               "thinkingConfig":{"thinkingLevel":"LOW"}},
             "systemInstruction":{"parts":[{"text":"Be brief"}]},
             "tools":[{"functionDeclarations":[{"name":"weather","parameters":{"type":"OBJECT","properties":{
               "days":{"type":"INTEGER","nullable":true}},"required":["days"]}}]},{"googleSearch":{}}],
             "contents":[
               {"role":"user","parts":[{"text":"Weather here?"},{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]},
               {"role":"model","parts":[{"functionCall":{"name":"weather","args":{"days":3}}}]},
               {"role":"user","parts":[{"functionResponse":{"name":"weather","response":{"result":"Rain"}}}]}]}""", """
            {"generation_config":{"temperature":0.5,"top_p":0.25,"top_k":40,"max_output_tokens":100,"seed":7,
               "stop_sequences":["END"],"thinking_config":{"thinking_level":"LOW"}},
             "system_instruction":{"parts":{"text":"Be brief"}},
             "tools":[{"function_declarations":[{"name":"weather","parameters":{"type":"OBJECT","properties":{
               "days":{"type":"INTEGER","nullable":true}},"required":["days"]}}]},{"google_search":{}}],
             "contents":[
               {"role":"user","parts":[{"text":"Weather here?"},{"inline_data":{"mime_type":"image/png","data":"AAAA"}}]},
               {"role":"model","parts":[{"function_call":{"name":"weather","args":{"days":3}}}]},
               {"role":"user","parts":[{"function_response":{"name":"weather","response":{"result":"Rain"}}}]}]}"""})
    void requestIsRead(String request) {
        SpanRecord span = whole(GoogleFormat.GENERATE_CONTENT, request, "{}");

        assertThat(span.op()).isEqualTo("gen_ai.generate_content");
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.REQUEST_TEMPERATURE, 0.5)
                .containsEntry(GenAiAttributes.REQUEST_TOP_P, 0.25)
                .containsEntry(GenAiAttributes.REQUEST_SEED, "7")
                .containsEntry(GenAiAttributes.REQUEST_STOP_SEQUENCES, List.of("END"))
                .containsEntry(GenAiAttributes.REQUEST_REASONING_LEVEL, "LOW");
        assertThat(span.integer(GenAiAttributes.REQUEST_MAX_TOKENS)).contains(100L);
        assertThat(span.integer(GenAiAttributes.REQUEST_TOP_K)).contains(40L);
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"));
        assertThat(span.toolDefinitions())
                .containsExactly(
                        ToolDefinition.function(
                                "weather",
                                null,
                                Map.of(
                                        "type",
                                        "object",
                                        "required",
                                        List.of("days"),
                                        "properties",
                                        Map.of("days", Map.of("type", List.of("integer", "null"))))),
                        new ToolDefinition("google_search", "google_search", null, null));
        assertThat(span.inputMessages()).extracting(Message::role).containsExactly("user", "assistant", "tool");
        assertThat(span.inputMessages().get(0).parts())
                .containsExactly(new Part.Text("Weather here?"), new Part.Blob("image", "image/png"));
    }

    @Test
    void answerIsRead() {
        SpanRecord span = whole(GoogleFormat.GENERATE_CONTENT, ASKED, """
                {"responseId":"r1","modelVersion":"gemini-test-001","candidates":[{"finishReason":"STOP","content":{"role":"model",
                   "parts":[{"text":"Hm","thought":true},{"text":"Ra"},{"text":"in"},{"functionCall":{"id":"f1","name":"weather"}}]}}],
                 "usageMetadata":{"promptTokenCount":10,"toolUsePromptTokenCount":5,"cachedContentTokenCount":4,
                   "candidatesTokenCount":3,"thoughtsTokenCount":2}}""");

        assertThat(span.sent(GenAiAttributes.RESPONSE_ID)).contains("r1");
        assertThat(span.responseModel()).contains("gemini-test-001");
        assertThat(span.finishReasons()).containsExactly("STOP");
        assertThat(span.usage().input()).isEqualTo(15);
        assertThat(span.usage().cacheRead()).isEqualTo(4);
        assertThat(span.usage().output()).isEqualTo(5);
        assertThat(span.usage().reasoning()).isEqualTo(2);
        assertThat(span.outputMessages().get(0).parts())
                .containsExactly(
                        new Part.Reasoning("Hm"), new Part.Text("Rain"), new Part.ToolCall("f1", "weather", null));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void chunksAreReadOneByOneAndAsAList(boolean asList) {
        String first = """
                {"candidates":[{"index":0,"content":{"parts":[{"text":"Ra"}]}}],"usageMetadata":{"promptTokenCount":3}}""";
        String last = """
                {"candidates":[{"index":0,"content":{"parts":[{"text":"in"}]},"finishReason":"STOP"}],
                 "usageMetadata":{"promptTokenCount":3,"candidatesTokenCount":2}}""";

        SpanRecord span = asList
                ? whole(GoogleFormat.GENERATE_CONTENT, ASKED, "[" + first + "," + last + "]")
                : streamed(GoogleFormat.GENERATE_CONTENT, ASKED, first, last);

        assertThat(span.finishReasons()).containsExactly("STOP");
        assertThat(span.usage().output()).isEqualTo(2);
        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text("Rain"));
    }

    @Test
    void blockedPromptSaysWhy() {
        SpanRecord span = whole(GoogleFormat.GENERATE_CONTENT, ASKED, """
                {"promptFeedback":{"blockReason":"SAFETY"}}""");

        assertThat(span.finishReasons()).containsExactly("SAFETY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
            {"content":{"parts":[{"text":"one"}]}}""", """
            {"requests":[{"content":{"parts":[{"text":"one"}]}}]}""", """
            {"instances":[{"content":"one"}]}"""})
    void textsToEmbedAreRead(String request) {
        SpanRecord span = whole(GoogleFormat.EMBED_CONTENT, request, """
                {"predictions":[{"embeddings":{"statistics":{"token_count":4},"values":[0.1]}}]}""");

        assertThat(span.op()).isEqualTo("gen_ai.embeddings");
        assertThat(span.sent(GenAiAttributes.EMBEDDINGS_INPUT)).contains("one");
        assertThat(span.usage().input()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
            {"error":{"code":429,"message":"No","status":"RESOURCE_EXHAUSTED"}}""", """
            [{"error":{"code":429,"message":"No","status":"RESOURCE_EXHAUSTED"}}]"""})
    void errorsAreNamed(String body) {
        assertThat(GoogleFormat.GENERATE_CONTENT.errorType().apply(json(body))).isEqualTo("RESOURCE_EXHAUSTED");
    }
}
