package dev.sentryai.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseInputContent;
import com.openai.models.responses.ResponseInputImage;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseInputText;
import com.openai.models.responses.ResponseStreamEvent;
import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import dev.sentryai.providertests.ToolUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** OpenAI asked by responses. */
final class ResponsesProvider implements Provider<OpenAIClient> {

    @Override
    public Names names() {
        return new Names("chat", "openai", "auto.ai.openai", "completed", "completed");
    }

    @Override
    public Set<Feature> lacks() {
        return Set.of(Feature.SEVERAL_ANSWERS);
    }

    @Override
    public Stubbing script(FakeLlm llm) {
        return llm.onResponses();
    }

    @Override
    public OpenAIClient connect(FakeLlm llm, int maxRetries) {
        return Clients.builder(llm).maxRetries(maxRetries).build();
    }

    @Override
    public OpenAIClient wrap(OpenAIClient client) {
        return SentryOpenAi.wrap(client);
    }

    @Override
    public OpenAIClient wrap(OpenAIClient client, boolean recordInputs, boolean recordOutputs) {
        return SentryOpenAi.wrap(
                client, OpenAiOptions.defaults().withRecordInputs(recordInputs).withRecordOutputs(recordOutputs));
    }

    @Override
    public String ask(OpenAIClient client, Question question) {
        return text(client.responses().create(params(question)));
    }

    @Override
    public CompletableFuture<String> askAsync(OpenAIClient client, Question question) {
        return client.async().responses().create(params(question)).thenApply(ResponsesProvider::text);
    }

    @Override
    public AnswerStream stream(OpenAIClient client, Question question) {
        return new StreamOf<>(client.responses().createStreaming(params(question)), ResponsesProvider::text);
    }

    private static ResponseCreateParams params(Question question) {
        ResponseCreateParams.Builder params = ResponseCreateParams.builder().model(Question.MODEL);
        if (question.instructions() != null) {
            params.instructions(question.instructions());
        }
        params.inputOfResponse(items(question));
        question.tools().forEach(tool -> params.addTool(function(tool)));
        return params.build();
    }

    private static List<ResponseInputItem> items(Question question) {
        List<ResponseInputItem> items = new ArrayList<>();
        items.add(
                question.imageUrl() == null
                        ? text(question.text())
                        : textAndImage(question.text(), question.imageUrl()));
        ToolUse use = question.toolUse();
        if (use != null) {
            items.add(ResponseInputItem.ofFunctionCall(ResponseFunctionToolCall.builder()
                    .callId(use.id())
                    .name(use.tool())
                    .arguments(use.argumentsJson())
                    .build()));
            items.add(ResponseInputItem.ofFunctionCallOutput(ResponseInputItem.FunctionCallOutput.builder()
                    .callId(use.id())
                    .output(use.result())
                    .build()));
        }
        return items;
    }

    private static ResponseInputItem text(String text) {
        return ResponseInputItem.ofEasyInputMessage(EasyInputMessage.builder()
                .role(EasyInputMessage.Role.USER)
                .content(text)
                .build());
    }

    private static ResponseInputItem textAndImage(String text, String imageUrl) {
        return ResponseInputItem.ofEasyInputMessage(EasyInputMessage.builder()
                .role(EasyInputMessage.Role.USER)
                .contentOfResponseInputMessageContentList(List.of(
                        ResponseInputContent.ofInputText(
                                ResponseInputText.builder().text(text).build()),
                        ResponseInputContent.ofInputImage(ResponseInputImage.builder()
                                .detail(ResponseInputImage.Detail.AUTO)
                                .imageUrl(imageUrl)
                                .build())))
                .build());
    }

    private static FunctionTool function(String name) {
        return FunctionTool.builder()
                .name(name)
                .strict(false)
                .parameters(FunctionTool.Parameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty("properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
                        .build())
                .build();
    }

    private static String text(Response response) {
        return response.output().stream()
                .flatMap(item -> item.message().stream())
                .flatMap(message -> message.content().stream())
                .flatMap(content -> content.outputText().stream())
                .map(text -> text.text())
                .collect(Collectors.joining());
    }

    private static String text(ResponseStreamEvent event) {
        return event.outputTextDelta().map(delta -> delta.delta()).orElse("");
    }
}
