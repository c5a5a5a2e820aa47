package dev.sentryai.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.models.ReasoningEffort;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartInputAudio;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Question;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatTest extends OpenAiBench {

    private static final ChatCompletionCreateParams PARAMS = ChatProvider.params(Question.of("Hi"));

    @Test
    @SuppressWarnings("deprecation") // seeds still occur
    void requestParametersAreRecorded() {
        create(PARAMS.toBuilder()
                .temperature(0.5)
                .topP(0.25)
                .maxCompletionTokens(100)
                .frequencyPenalty(0.5)
                .presencePenalty(-0.5)
                .seed(7)
                .stopOfStrings(List.of("END", "STOP"))
                .reasoningEffort(ReasoningEffort.LOW)
                .putAdditionalBodyProperty("top_k", JsonValue.from(40))
                .build());

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.REQUEST_TEMPERATURE, 0.5)
                .containsEntry(GenAiAttributes.REQUEST_TOP_P, 0.25)
                .containsEntry(GenAiAttributes.REQUEST_FREQUENCY_PENALTY, 0.5)
                .containsEntry(GenAiAttributes.REQUEST_PRESENCE_PENALTY, -0.5)
                .containsEntry(GenAiAttributes.REQUEST_SEED, "7")
                .containsEntry(GenAiAttributes.REQUEST_STOP_SEQUENCES, List.of("END", "STOP"))
                .containsEntry(GenAiAttributes.REQUEST_REASONING_LEVEL, "low");
        assertThat(span.sent(GenAiAttributes.REQUEST_MAX_TOKENS).map(Object::toString))
                .contains("100");
        assertThat(span.sent(GenAiAttributes.REQUEST_TOP_K).map(Object::toString))
                .contains("40");
    }

    @Test
    @SuppressWarnings("deprecation") // what old requests have
    void olderNameOfTheTokenLimitIsRead() {
        create(PARAMS.toBuilder().maxTokens(50).stop("END").build());

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.sent(GenAiAttributes.REQUEST_MAX_TOKENS).map(Object::toString))
                .contains("50");
        assertThat(span.sent(GenAiAttributes.REQUEST_STOP_SEQUENCES)).contains(List.of("END"));
    }

    @Test
    void wholeConversationIsRecorded() {
        bench.recordContent();

        create(ChatCompletionCreateParams.builder()
                .model("gpt-4o-mini")
                .addSystemMessage("Be brief")
                .addDeveloperMessage("Be kind")
                .addUserMessage("Weather?")
                .addMessage(ChatCompletionAssistantMessageParam.builder()
                        .addToolCall(ChatCompletionMessageFunctionToolCall.builder()
                                .id("call_1")
                                .function(ChatCompletionMessageFunctionToolCall.Function.builder()
                                        .name("weather")
                                        .arguments("{\"city\":\"Cologne\"}")
                                        .build())
                                .build())
                        .build())
                .addMessage(ChatCompletionToolMessageParam.builder()
                        .toolCallId("call_1")
                        .content("21 degrees")
                        .build())
                .build());

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.systemInstructions()).containsExactly(new Part.Text("Be brief"), new Part.Text("Be kind"));
        assertThat(span.inputMessages()).extracting(Message::role).containsExactly("user", "assistant", "tool");
        assertThat(span.inputMessages().get(1).parts())
                .singleElement()
                .isInstanceOfSatisfying(
                        Part.ToolCall.class, call -> assertThat(call.id()).isEqualTo("call_1"));
        assertThat(span.inputMessages().get(2).parts())
                .containsExactly(new Part.ToolCallResponse("call_1", "21 degrees"));
    }

    @Test
    void soundAndFilesAreReplacedOrNamed() {
        bench.recordContent();

        create(PARAMS.toBuilder()
                .addUserMessageOfArrayOfContentParts(List.of(
                        ChatCompletionContentPart.ofInputAudio(ChatCompletionContentPartInputAudio.builder()
                                .inputAudio(ChatCompletionContentPartInputAudio.InputAudio.builder()
                                        .data("c2VjcmV0LXNvdW5k")
                                        .format(ChatCompletionContentPartInputAudio.InputAudio.Format.MP3)
                                        .build())
                                .build()),
                        file(ChatCompletionContentPart.File.FileObject.builder()
                                .fileId("file-1")
                                .build()),
                        file(ChatCompletionContentPart.File.FileObject.builder()
                                .fileData("data:application/pdf;base64,c2VjcmV0LWZpbGU=")
                                .build()),
                        file(ChatCompletionContentPart.File.FileObject.builder()
                                .fileData("c2VjcmV0LWZpbGU=")
                                .build())))
                .build());

        assertThat(bench.onlyAiSpan().inputMessages().get(1).parts())
                .containsExactly(
                        new Part.Blob("audio", "audio/mpeg"),
                        new Part.FileRef("document", "file-1", null),
                        new Part.Blob("document", "application/pdf"),
                        new Part.Blob("document", null));
        assertThat(bench.everythingSent()).doesNotContain("c2VjcmV0");
    }

    @Test
    void everyChoiceIsAMessage() {
        bench.recordContent();
        bench.answer(Reply.text("heads").withChoices(Reply.text("tails").withFinishReason("length")));

        create(PARAMS.toBuilder().n(2).build());

        assertThat(bench.onlyAiSpan().outputMessages())
                .extracting(message -> message.parts().get(0), Message::finishReason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(new Part.Text("heads"), "stop"),
                        org.assertj.core.groups.Tuple.tuple(new Part.Text("tails"), "length"));
        assertThat(bench.onlyAiSpan().sent(GenAiAttributes.RESPONSE_FINISH_REASONS))
                .contains("[\"stop\",\"length\"]");
    }

    @Test
    void interleavedChunksAreToldApartByTheirChoice() {
        bench.leavesOut(Gap.USAGE);
        bench.recordContent();
        bench.answer(Reply.text("")
                .withChunks("he", "ads")
                .withChoices(Reply.text("").withChunks("ta", "ils")));

        stream(PARAMS.toBuilder().n(2).build());

        assertThat(bench.onlyAiSpan().outputMessages())
                .extracting(message -> message.parts().get(0))
                .containsExactly(new Part.Text("heads"), new Part.Text("tails"));
    }

    @Test
    void streamWithoutAUsageChunkHasNoUsage() {
        bench.leavesOut(Gap.USAGE);
        bench.answer(Reply.text("one two"));

        stream(PARAMS);

        assertThat(bench.onlyAiSpan().usage().isEmpty()).isTrue();
        assertThat(bench.llm().requests().get(0).json().has("stream_options")).isFalse();
    }

    @Test
    void sparseAnswerIsNoProblem() {
        bench.leavesOut(Gap.USAGE);
        bench.recordContent();
        bench.answer(Reply.text("Hello").sparse());

        ChatCompletion completion = client.chat().completions().create(PARAMS);

        assertThat(completion.choices().get(0).message().content()).contains("Hello");
        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.status()).isEqualTo("ok");
        assertThat(span.usage().isEmpty()).isTrue();
        assertThat(span.sent(GenAiAttributes.RESPONSE_FINISH_REASONS)).isEmpty();
        assertThat(span.outputMessages().get(0).parts()).containsExactly(new Part.Text("Hello"));
    }

    @Test
    void answerOfTheWrongShapeIsNoProblem() {
        bench.leavesOut(Gap.USAGE_OF_EACH_SIDE, Gap.ANSWER_MODEL);
        bench.recordContent();
        bench.answer(
                Reply.json("{\"id\":7,\"choices\":[{\"message\":null},\"?\",{\"message\":{\"content\":[1]}}],\"usage\":"
                        + "{\"prompt_tokens\":-3,\"completion_tokens\":\"many\",\"total_tokens\":12.0}}"));

        client.chat().completions().create(PARAMS);

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.status()).isEqualTo("ok");
        assertThat(span.usage().input()).isNull();
        assertThat(span.usage().total()).isEqualTo(12);
    }

    @Test
    void sparseStreamIsNoProblem() {
        bench.leavesOut(Gap.USAGE);
        bench.recordContent();
        bench.answer(Reply.text("one two").sparse());

        stream(PARAMS);

        assertThat(bench.onlyAiSpan().outputMessages().get(0).parts()).containsExactly(new Part.Text("one two"));
    }

    @Test
    void thoughtsOfCompatibleServersAreRecorded() {
        bench.leavesOut(Gap.USAGE);
        bench.recordContent();
        bench.answer(
                Reply.json(
                        "{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                                + "\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"42\",\"reasoning_content\":\"Hm.\"}}]}"));

        client.chat().completions().create(PARAMS);

        assertThat(bench.onlyAiSpan().outputMessages().get(0).parts())
                .containsExactly(new Part.Reasoning("Hm."), new Part.Text("42"));
    }

    private void create(ChatCompletionCreateParams params) {
        client.chat().completions().create(params);
    }

    private void stream(ChatCompletionCreateParams params) {
        try (StreamResponse<ChatCompletionChunk> chunks =
                client.chat().completions().createStreaming(params)) {
            assertThat(chunks.stream()).isNotEmpty();
        }
    }

    private static ChatCompletionContentPart file(ChatCompletionContentPart.File.FileObject file) {
        return ChatCompletionContentPart.ofFile(
                ChatCompletionContentPart.File.builder().file(file).build());
    }
}
