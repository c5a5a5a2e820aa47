package dev.sentryai.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;

/** What requests say. */
class RequestTest extends BedrockBench {

    private static final SdkBytes SECRET = SdkBytes.fromUtf8String("secret bytes");

    @BeforeEach
    void recordContent() {
        bench.recordContent();
    }

    @Test
    void parametersAreRecorded() {
        client.converse(REQUEST.toBuilder()
                .inferenceConfig(config ->
                        config.maxTokens(99).temperature(0.7f).topP(0.9f).stopSequences("END", "STOP"))
                .additionalModelRequestFields(
                        Document.mapBuilder().putNumber("top_k", 40).build())
                .build());

        assertThat(bench.onlyAiSpan().attributes())
                .containsEntry(GenAiAttributes.REQUEST_MAX_TOKENS, 99L)
                .containsEntry(GenAiAttributes.REQUEST_TEMPERATURE, 0.7)
                .containsEntry(GenAiAttributes.REQUEST_TOP_P, 0.9)
                .containsEntry(GenAiAttributes.REQUEST_TOP_K, 40L)
                .containsEntry(GenAiAttributes.REQUEST_STOP_SEQUENCES, List.of("END", "STOP"));
    }

    @Test
    void mediaAreReplacedOrNamedByTheirAddress() {
        say(
                ContentBlock.fromText("Compare"),
                ContentBlock.fromImage(image -> image.format("jpeg").source(source -> source.bytes(SECRET))),
                ContentBlock.fromDocument(
                        document -> document.format("pdf").name("report").source(source -> source.bytes(SECRET))),
                ContentBlock.fromVideo(video ->
                        video.format("mp4").source(source -> source.s3Location(s3 -> s3.uri("s3://bucket/a.mp4")))));

        assertThat(bench.onlyAiSpan().inputMessages().get(0).parts())
                .containsExactly(
                        new Part.Text("Compare"),
                        new Part.Blob("image", "image/jpeg"),
                        new Part.Blob("document", "application/pdf"),
                        new Part.Uri("video", "s3://bucket/a.mp4", "video/mp4"));
        assertThat(bench.everythingSent()).doesNotContain("secret bytes", "c2VjcmV0");
    }

    @Test
    void guardedContentIsContentAndCachePointsAreNone() {
        client.converse(REQUEST.toBuilder()
                .system(
                        SystemContentBlock.fromText("Be brief"),
                        SystemContentBlock.fromCachePoint(
                                CachePointBlock.builder().type("default").build()))
                .messages(Requests.message(
                        ConversationRole.USER,
                        List.of(ContentBlock.fromGuardContent(guarded -> guarded.text(text -> text.text("Guarded"))))))
                .build());

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"));
        assertThat(span.inputMessages().get(0).parts()).containsExactly(new Part.Text("Guarded"));
    }

    @Test
    void thoughtsAreRecordedUnlessEncrypted() {
        client.converse(REQUEST.toBuilder()
                .messages(Requests.message(
                        ConversationRole.ASSISTANT,
                        List.of(
                                ContentBlock.fromReasoningContent(reasoning -> reasoning.reasoningText(
                                        text -> text.text("Hm").signature("c2ln"))),
                                ContentBlock.fromReasoningContent(reasoning -> reasoning.redactedContent(SECRET)),
                                ContentBlock.fromText("Yes"))))
                .build());

        assertThat(bench.onlyAiSpan().inputMessages().get(0).parts())
                .containsExactly(new Part.Reasoning("Hm"), new Part.Text("Yes"));
    }

    @Test
    void resultsOfToolsStandApartFromWhatTheUserSays() {
        Document weather = Document.mapBuilder()
                .putNumber("degrees", 21.5)
                .putBoolean("rain", false)
                .build();
        say(
                ContentBlock.fromToolResult(
                        result -> result.toolUseId("call_1").content(ToolResultContentBlock.fromJson(weather))),
                ContentBlock.fromText("And tomorrow?"));

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.inputMessages()).extracting(message -> message.role()).containsExactly("tool", "user");
        assertThat(span.inputMessages().get(0).parts())
                .singleElement()
                .isInstanceOfSatisfying(Part.ToolCallResponse.class, result -> {
                    assertThat(result.id()).isEqualTo("call_1");
                    assertThat(String.valueOf(result.response())).contains("21.5", "false");
                });
        assertThat(span.inputMessages().get(1).parts()).containsExactly(new Part.Text("And tomorrow?"));
    }

    @Test
    void toolsAreThoseOfTheApplication() {
        Document schema = Document.mapBuilder().putString("type", "object").build();
        client.converse(REQUEST.toBuilder()
                .toolConfig(config -> config.tools(Tool.fromToolSpec(tool -> tool.name("weather")
                        .description("Tells the weather")
                        .inputSchema(input -> input.json(schema)))))
                .build());

        assertThat(bench.onlyAiSpan().toolDefinitions())
                .extracting(ToolDefinition::type, ToolDefinition::name, ToolDefinition::description)
                .containsExactly(tuple("function", "weather", "Tells the weather"));
        assertThat(bench.onlyAiSpan().toolDefinitions().get(0).parameters()).isEqualTo(Map.of("type", "object"));
    }
}
