package dev.sentryai.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseInputContent;
import com.openai.models.responses.ResponseInputImage;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseInputText;
import com.openai.models.responses.ResponseStreamEvent;
import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** OpenAI asked by responses. */
final class ResponsesProvider implements Provider<OpenAIClient> {

    @Override
    public Names names() {
        return new Names("gen_ai.chat", "chat", "openai", "auto.ai.openai", "completed");
    }

    @Override
    public Stubbing script(FakeLlm llm) {
        return llm.onResponses();
    }

    @Override
    public OpenAIClient connect(FakeLlm llm) {
        return Clients.of(llm);
    }

    @Override
    public OpenAIClient wrap(OpenAIClient client) {
        return SentryOpenAi.wrap(client);
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
        ResponseCreateParams.Builder params = ResponseCreateParams.builder().model(question.model());
        if (question.instructions() != null) {
            params.instructions(question.instructions());
        }
        if (question.imageUrl() == null) {
            params.input(question.text());
        } else {
            params.inputOfResponse(List.of(textAndImage(question.text(), question.imageUrl())));
        }
        question.tools().forEach(tool -> params.addTool(function(tool)));
        return params.build();
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
